### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = خطا: { $title } – { $app_name }
skip-to-content = رفتن به محتوا
nav-account = حساب شما
nav-sign-in = ورود
nav-register = ثبت‌نام
development = محیط توسعه
development-mailbox = هیچ ایمیلی از این دستگاه بیرون نمی‌رود.
# The form at the foot of the page: a list of languages, and a button.
languages-label = زبان
languages-submit = تغییر

link-home = رفتن به صفحهٔ اصلی
link-sign-in = ورود
link-register = ساخت حساب
link-forgot-password = رمز عبور را فراموش کرده‌اید؟
link-resend-confirm-email = ایمیل تأیید نرسیده است؟
link-use-recovery-code = استفاده از کد بازیابی
link-profile = رفتن به نمایه
link-mailbox = باز کردن صندوق ایمیل
link-back = بازگشت
link-back-to-sign-in = بازگشت به ورود
link-back-to-profile = بازگشت به نمایه
link-back-to-mailbox = همهٔ ایمیل‌ها

## Fields

form-problems = اشکالی هست

field-username = نام کاربری
field-username-or-email = نام کاربری یا نشانی ایمیل
field-email = نشانی ایمیل
field-new-email = نشانی ایمیل جدید
field-password = رمز عبور
field-retype-password = تکرار رمز عبور
field-old-password = رمز عبور کنونی
field-new-password = رمز عبور جدید
field-new-username = نام کاربری جدید
field-recovery-code = کد بازیابی
field-totp-code = کد برنامهٔ شما
field-label = نام برنامه یا دستگاه
field-trust-device = در این دستگاه دیگر کد نپرس
field-account-name = نام حساب شما
field-remember-me = مرا در این دستگاه واردشده نگه دار
field-language = زبان
# The first option: the language that the browser asks for.
field-language-automatic = زبان مرورگر شما
field-time-zone = منطقهٔ زمانی
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = تصویر
# The empty first option of a list.
field-choose = انتخاب کنید
# Stands after the label of a field that may stay empty.
field-optional = (اختیاری)
hint-picture = PNG، JPEG، WebP یا GIF، حداکثر { $megabytes ->
    [one] { $megabytes } مگابایت
   *[other] { $megabytes } مگابایت
} و { $pixels } در { $pixels } پیکسل.
field-roles = نقش‌ها
field-role = نقش: { $role }

hint-username = { $min } تا { $max } نویسه از حروف، رقم‌ها، نقطه، خط تیره یا زیرخط.
hint-password = دست‌کم { $min ->
    [one] { $min } نویسه.
   *[other] { $min } نویسه.
} چند واژهٔ بی‌ربط به هم، رمزی قوی است و آسان به یاد می‌ماند.
hint-recovery-code = پانزده حرف و رقم. فاصله و خط تیره اهمیتی ندارد.
hint-totp-code = شش رقمی که برنامهٔ احراز هویت شما نشان می‌دهد.
hint-label = تا بتوانید دستگاه‌هایتان را از هم بازشناسید، مثلاً «گوشی من».
hint-trust-device = روز: { $days }. این گزینه را فقط در دستگاهی برگزینید که کس دیگری از آن استفاده نمی‌کند.
hint-account-name = برای تأیید، { $name } را بنویسید.

strength-very-weak = قدرت: بسیار ضعیف
strength-weak = قدرت: ضعیف
strength-fair = قدرت: متوسط
strength-good = قدرت: خوب
strength-strong = قدرت: قوی

## Forms

register-title = حساب خود را بسازید
register-lead = به { $app_name } خوش آمدید.
register-submit = ساخت حساب
register-elsewhere = از پیش حساب دارید؟

sign-in-or-register-title = ورود یا ساخت حساب

# After the password was asked for again: what was posted before is sent by a button.
continue-title = ادامه
continue-lead = گذرواژهٔ شما تأیید شد و آنچه پیش‌تر فرستادید هنوز اینجاست. با زدن دکمه فرستاده می‌شود.
continue-submit = ادامه

sign-in-title = ورود
sign-in-submit = ورود
sign-in-elsewhere = تازه آمده‌اید؟

sign-out-title = خروج
sign-out-lead = می‌خواهید در این دستگاه از { $app_name } خارج شوید؟
sign-out-submit = خروج

confirm-email-title = نشانی ایمیل خود را تأیید کنید
confirm-email-lead = با یک بار زدن دکمه، نشانی شما تأیید می‌شود.
confirm-email-lead-password = این نشانی از آنِ حساب زیر خواهد شد. لطفاً رمز عبور آن را وارد کنید تا کس دیگری نشانی شما را به حساب خود نیفزاید.
confirm-email-lead-new-password = این حساب با نشانی شما ثبت شده است، شاید به دست خودتان در مرورگری دیگر. رمز عبوری را که آن زمان برگزیده شد وارد کنید. اگر آن را نمی‌دانید، رمز تازه‌ای بگذارید: جای رمز پیشین را می‌گیرد و همهٔ دیگران را خارج می‌کند.
confirm-email-registered = زمان ثبت‌نام
confirm-email-browser = مرورگر
confirm-email-submit = تأیید نشانی ایمیل

resend-confirm-email-title = دریافت ایمیل تأیید جدید
resend-confirm-email-lead = نشانی‌ای را که با آن ثبت‌نام کرده‌اید وارد کنید. اگر هنوز باید تأیید شود، پیوند جدیدی برایتان ایمیل می‌کنیم.
resend-confirm-email-submit = فرستادن ایمیل

forgot-password-title = رمز عبور را فراموش کرده‌اید؟
forgot-password-lead = نشانی ایمیل خود را وارد کنید. اگر حسابی با آن وجود داشته باشد، پیوندی برای انتخاب رمز عبور جدید ایمیل می‌کنیم.
forgot-password-submit = فرستادن پیوند

reset-password-title = رمز عبور جدیدی انتخاب کنید
reset-password-lead = از همهٔ دستگاه‌ها خارج می‌شوید و می‌توانید با رمز عبور جدید وارد شوید.
reset-password-submit = ذخیرهٔ رمز عبور جدید

change-password-title = تغییر رمز عبور
change-password-lead = در اینجا واردشده می‌مانید. همهٔ دستگاه‌های دیگر از حساب خارج می‌شوند.
change-password-submit = تغییر رمز عبور

recovery-codes-title = کدهای بازیابی
recovery-codes-lead = وقتی نه رمز عبور را دارید و نه به ایمیل خود دسترسی دارید، با کد بازیابی می‌توانید وارد حساب خود شوید. هر کد فقط یک بار کار می‌کند.
recovery-codes-left = { $left ->
    [0] کد بازیابی ندارید.
    [one] { $left } کد استفاده‌نشده دارید.
   *[other] { $left } کد استفاده‌نشده دارید.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = کدهای جدید جای کدهای فعلی را می‌گیرند. تا مدتی هنوز می‌توانید با کدهای پیشین به حسابتان بازگردید.
recovery-codes-earlier = با کدهای پیشین خود تا { $until } هنوز می‌توانید به حسابتان بازگردید.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = کدهایی که پیش‌تر ساخته‌اید دیگر کار نمی‌کنند، چون کلید این سایت عوض شده است. لطفاً کدهای جدید بسازید.
recovery-codes-submit = ساخت کدهای جدید
recovery-codes-new-title = کدهای بازیابی خود را ذخیره کنید
recovery-codes-new-lead = آن‌ها را چاپ یا یادداشت کنید و جایی نگه دارید که فقط خودتان پیدایشان کنید. این صفحه آن‌ها را فقط یک بار نشان می‌دهد.
recovery-codes-saved = کدهایم را ذخیره کردم

use-recovery-code-title = استفاده از کد بازیابی
use-recovery-code-lead = یکی از کدهای بازیابی خود را وارد کنید و رمز عبور جدیدی انتخاب کنید. از همهٔ دستگاه‌های دیگر خارج می‌شوید.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = به جای رمز عبور، یکی از کدهای بازیابی خود را وارد کنید. از آن کد دوباره نمی‌توان استفاده کرد.
use-recovery-code-submit = ذخیرهٔ رمز عبور جدید
use-recovery-code-submit-proof = ادامه

second-step-title = کد خود را وارد کنید
second-step-lead = برنامهٔ احراز هویت خود را باز کنید و کدی را که نشان می‌دهد وارد کنید.
second-step-lead-recovery = یکی از کدهای بازیابی خود را وارد کنید. این کد دیگر قابل استفاده نخواهد بود.
second-step-submit = ورود
second-step-other-recovery = به‌جای آن از کد بازیابی استفاده کنید
second-step-other-app = به‌جای آن از برنامهٔ احراز هویت استفاده کنید

authenticator-apps-title = برنامه‌های احراز هویت
authenticator-apps-lead = برنامهٔ احراز هویت هر ۳۰ ثانیه کد تازه‌ای نشان می‌دهد. هنگام ورود آن را وارد می‌کنید تا رمز عبور به‌تنهایی کافی نباشد.
authenticator-apps-none = هنوز برنامه‌ای تنظیم نکرده‌اید.
authenticator-apps-unnamed = برنامهٔ احراز هویت
authenticator-apps-created = تنظیم‌شده در
authenticator-apps-last-used = آخرین استفاده
authenticator-apps-rename = ذخیرهٔ نام
authenticator-apps-remove = حذف
authenticator-apps-submit = تنظیم برنامه
trusted-devices-title = دستگاه‌های مورد اعتماد
trusted-devices-lead = در این دستگاه‌ها برای ورود تنها رمز عبور کافی است.
trusted-devices-until = تا
trusted-devices-forget = دوباره کد بپرس
set-up-totp-title = برنامهٔ خود را تنظیم کنید
set-up-totp-lead = این تصویر را با برنامهٔ احراز هویت خود اسکن کنید. سپس کدی را که نشان می‌دهد وارد کنید.
set-up-totp-qr = کد QR برای برنامهٔ احراز هویت شما
set-up-totp-open = باز کردن برنامه در این دستگاه
set-up-totp-key = نمی‌توانید اسکن کنید؟ این کلید را در برنامهٔ خود بنویسید:
set-up-totp-submit = پایان تنظیم

export-data-title = داده‌های شما
export-data-lead = آنچه این وبگاه دربارهٔ شما نگه می‌دارد دریافت کنید: حساب، نمایه، دستگاه‌ها و رویدادهای اخیر. رمزهای عبور و رازهای دیگر در آن نیست.
export-data-submit = آماده‌سازی داده‌های من
export-data-underway = داده‌های شما را آماده می‌کنیم. وقتی آماده شد ایمیلی دریافت می‌کنید.
# On the page and in the mail.
export-data-ready = تا این زمان می‌توانید دریافتشان کنید: { $until }.
export-data-zip = همه چیز، همراه با تصویر (ZIP)
export-data-json = فقط داده‌ها (JSON)

delete-account-title = حذف حساب
delete-account-lead = حساب شما با هر آنچه به آن تعلق دارد حذف می‌شود: نمایه، نشانی‌های ایمیل، تصویر و ورودها. بازگرداندن آن ممکن نیست.
delete-account-due = از همهٔ دستگاه‌ها خارج می‌شوید. حساب در این زمان حذف می‌شود: { $due }. تا آن زمان می‌توانید وارد شوید و آن را نگه دارید.
delete-account-at-once = حساب بی‌درنگ حذف می‌شود.
delete-account-submit = حذف حساب

keep-account-title = می‌خواهید حسابتان را نگه دارید؟
keep-account-lead = حساب شما با هر آنچه به آن تعلق دارد حذف خواهد شد: { $due }.
keep-account-submit = نگه داشتن حساب
# Goes on without deciding.
keep-account-elsewhere = اکنون نه

change-username-title = تغییر نام کاربری
change-username-lead = لطفاً این تغییر را با رمز عبور خود تأیید کنید.
change-username-submit = تغییر نام کاربری
edit-profile-title = ویرایش نمایه
edit-profile-submit = ذخیره
picture-title = تصویر شما
picture-lead = این تصویر کنار نام شما نمایش داده می‌شود. آن را مربعی می‌بُریم و هر اطلاعات دیگری را که در فایل است، مانند محل عکس‌برداری، پاک می‌کنیم.
picture-submit = ذخیرهٔ تصویر
picture-remove = حذف تصویر
# Read aloud in place of somebody's picture.
picture-of = تصویر { $name }

change-email-title = تغییر نشانی ایمیل
change-email-lead = پیوندی به نشانی جدید می‌فرستیم. تا وقتی آن را باز نکنید، نشانی حساب شما همان { $address } می‌ماند.
change-email-submit = فرستادن پیوند

undo-email-change-title = پس گرفتن حساب
undo-email-change-lead = با یک بار زدن دکمه، حساب شما دوباره با { $address } کار می‌کند. رمز عبور کنونی از کار می‌افتد، همهٔ دستگاه‌ها از حساب خارج می‌شوند و نشانی‌هایی که به‌تازگی افزوده شده‌اند حذف می‌شوند. سپس رمز عبور جدیدی انتخاب می‌کنید.
undo-email-change-submit = من نبودم

## Email addresses

manage-emails-title = نشانی‌های ایمیل شما
manage-emails-lead = ایمیل‌های حساب شما به نشانی اصلی فرستاده می‌شود. با هر نشانی تأییدشده می‌توانید وارد شوید.
email-make-primary = اصلی شود
email-delete = حذف
email-send-confirmation = فرستادن ایمیل تأیید
add-email-title = افزودن نشانی
add-email-lead = پیوندی به آن می‌فرستیم تا تأیید کنید که از آنِ شماست.
add-email-submit = افزودن نشانی

## Invitations

invite-title = دعوت از دیگران
invite-lead = دعوت‌نامه‌ای برای پیوستن به { $app_name } ایمیل می‌کنیم.
invite-submit = فرستادن دعوت‌نامه
invitations-title = دعوت‌نامه‌های شما
invitations-empty = هنوز کسی را دعوت نکرده‌اید.
invitation-sent = فرستاده‌شده
invitation-open = باز تا { $date }
invitation-accepted = پذیرفته‌شده
invitation-expired = منقضی‌شده
invitation-revoked = پس‌گرفته‌شده
invitation-resend = فرستادن دوباره
invitation-revoke = پس گرفتن
accept-invitation-title = شما دعوت شده‌اید
accept-invitation-lead = شما با نشانی { $address } به { $app_name } دعوت شده‌اید.
accept-invitation-lead-by = { $inviter } شما را با نشانی { $address } به { $app_name } دعوت کرده است.
accept-invitation-signed-in = با نام { $name } وارد شده‌اید.
accept-invitation-has-account = با این نشانی از پیش حساب دارید. برای پذیرفتن دعوت‌نامه وارد شوید.
accept-invitation-other-account = این دعوت‌نامه برای کسی جز { $name } است. اگر برای شماست، نخست خارج شوید.
accept-invitation-submit = پذیرفتن دعوت‌نامه
register-invited-lead = شما به { $app_name } دعوت شده‌اید.

## The profile

profile-title = نمایهٔ شما
profile-account = حساب
profile-emails = ایمیل
profile-roles = نقش‌ها
profile-member-since = تاریخ عضویت
profile-manage-emails = نشانی‌ها را اضافه، حذف یا تأیید کنید و مقصد ایمیل‌ها را برگزینید.
profile-change-email = نشانی دیگری برای حساب خود به کار ببرید.
profile-about = دربارهٔ شما
profile-no-value = وارد نشده
profile-yes = بله
profile-no = خیر
profile-edit = آنچه را اینجا نمایش داده می‌شود تغییر دهید.
profile-picture = تصویری کنار نام خود نمایش دهید.
profile-change-username = نامی را که با آن شناخته می‌شوید انتخاب کنید.
profile-change-password = رمز دیگری انتخاب کنید و از همهٔ دستگاه‌های دیگر خارج شوید.
profile-recovery-codes = اگر رمز عبور و ایمیل خود را از دست دادید، باز هم وارد حساب خود شوید.
profile-authenticator-apps = هنگام ورود، کدی از گوشی شما هم پرسیده شود.
profile-sessions = دستگاه‌های خود را ببینید و از آن‌هایی که نمی‌شناسید خارج شوید.
profile-invite = دعوت‌نامه‌ای با ایمیل بفرستید.
profile-export-data = آنچه این وبگاه دربارهٔ شما نگه می‌دارد دریافت کنید.
profile-delete-account = حساب خود را با هر آنچه در آن است حذف کنید.
email-primary = اصلی
email-confirmed = تأییدشده
email-unconfirmed = تأییدنشده

## Where you are signed in

sessions-title = جاهایی که وارد شده‌اید
sessions-lead = این مرورگرها وارد حساب شما شده‌اند. اگر یکی را نمی‌شناسید، آن را از حساب خارج کنید و رمز عبور خود را تغییر دهید.
session-current = همین مرورگر
# Such as "Firefox on Linux".
browser-on = { $browser } در { $system }
session-unknown-browser = مرورگر ناشناس
session-created = زمان ورود
session-last-seen = آخرین فعالیت
session-revoke = خروج
sessions-revoke-others = خروج از همهٔ موارد دیگر

## The development mailbox

mailbox-title = صندوق ایمیل
mailbox-lead = همهٔ ایمیل‌های این سایت آزمایشی به اینجا می‌آید.
mailbox-empty = هنوز ایمیلی نیست.
mailbox-from = از
mailbox-to = به
mailbox-date = تاریخ
mailbox-faces = نماهای این ایمیل
mailbox-face-text = متن
mailbox-face-html = HTML
mailbox-face-source = منبع
mailbox-links = پیوندهای این ایمیل

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = درخواست را نفهمیدیم
problem-bad-request-advice = درخواست اشکالی داشت. لطفاً برگردید و دوباره امتحان کنید.
problem-unauthenticated-title = لطفاً وارد شوید
problem-unauthenticated-advice = این صفحه برای کسانی است که وارد شده‌اند.
problem-sign-in-again-title = لطفاً گذرواژهٔ خود را دوباره وارد کنید
problem-sign-in-again-advice = برای این کار باید گذرواژه به‌تازگی وارد شده باشد. دوباره وارد شوید و سپس از نو تلاش کنید.
problem-forbidden-title = به این صفحه دسترسی ندارید
problem-forbidden-advice = حساب شما اجازهٔ دیدن این صفحه را ندارد. اگر فکر می‌کنید اشتباهی شده است، از گردانندگان سایت بپرسید.
problem-csrf-title = این فرم دیگر معتبر نیست
problem-csrf-advice = برای امنیت شما، هر فرم مدت محدودی و فقط در مرورگری که در آن باز شده است کار می‌کند. لطفاً برگردید، صفحه را دوباره بارگذاری کنید و فرم را باز بفرستید.
problem-cookies-title = این سایت به کوکی نیاز دارد
problem-cookies-advice = مرورگر شما هیچ کوکی‌ای نفرستاده است، برای همین نمی‌توانیم بدانیم که فرم از شماست. لطفاً در تنظیمات مرورگر کوکی‌های این سایت را مجاز کنید، صفحه را دوباره بارگذاری کنید و فرم را باز بفرستید.
problem-link-cookies-title = این سایت به کوکی نیاز دارد
problem-link-cookies-advice = مرورگر شما هیچ کوکی‌ای نفرستاده است، برای همین این صفحه نمی‌داند برای کدام پیوند است. لطفاً در تنظیمات مرورگر کوکی‌های این سایت را مجاز کنید و سپس پیوند درون ایمیل را دوباره باز کنید.
problem-not-found-title = اینجا چیزی نیست
problem-not-found-advice = شاید نشانی اشتباه وارد شده یا صفحه جابه‌جا شده باشد.
problem-method-not-allowed-title = این کار در اینجا ممکن نیست
problem-method-not-allowed-advice = از این صفحه نمی‌توان این‌گونه استفاده کرد. لطفاً برگردید و دوباره امتحان کنید.
problem-too-large-title = بیش از اندازه بزرگ است
problem-too-large-advice = آنچه فرستاده شد از حد مجاز بزرگ‌تر است. لطفاً آن را کوتاه‌تر کنید و دوباره امتحان کنید.
problem-unsupported-media-type-title = این قالب را نمی‌توانیم بخوانیم
problem-unsupported-media-type-advice = قالب آنچه فرستاده شد در اینجا پذیرفته نیست.
problem-invalid-title = بخشی از اطلاعات درست نبود
problem-invalid-advice = لطفاً برگردید و آنچه را وارد کرده‌اید بررسی کنید.
problem-too-many-requests-title = تلاش‌های بیش از حد
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] لطفاً کمی صبر کنید و دوباره امتحان کنید.
        [one] لطفاً { $seconds } ثانیه صبر کنید و دوباره امتحان کنید.
       *[other] لطفاً { $seconds } ثانیه صبر کنید و دوباره امتحان کنید.
    }
    [one] لطفاً { $minutes } دقیقه صبر کنید و دوباره امتحان کنید.
   *[other] لطفاً { $minutes } دقیقه صبر کنید و دوباره امتحان کنید.
}
problem-internal-title = خطایی رخ داد
problem-internal-advice = اشکال از ماست، نه از شما، و ثبت شده است. لطفاً بعداً دوباره امتحان کنید.
problem-unavailable-title = سرمان بسیار شلوغ است
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] لطفاً کمی بعد دوباره امتحان کنید.
        [one] لطفاً { $seconds } ثانیهٔ دیگر دوباره امتحان کنید.
       *[other] لطفاً { $seconds } ثانیهٔ دیگر دوباره امتحان کنید.
    }
    [one] لطفاً { $minutes } دقیقهٔ دیگر دوباره امتحان کنید.
   *[other] لطفاً { $minutes } دقیقهٔ دیگر دوباره امتحان کنید.
}

## The menu of the account pages

menu-you = شما
menu-security = امنیت
menu-settings = تنظیمات حساب
menu-where = همهٔ تنظیمات. شما اینجا هستید:
menu-profile = نمایه
menu-edit-profile = اطلاعات شخصی
menu-picture = تصویر
menu-manage-emails = نشانی‌های ایمیل
menu-change-email = نشانی ایمیل
menu-change-username = نام کاربری
menu-change-password = رمز عبور
menu-recovery-codes = کدهای بازیابی
menu-authenticator-apps = برنامه‌های احراز هویت
menu-sessions = دستگاه‌های شما
menu-invite = دعوت‌نامه‌ها
menu-export-data = داده‌های شما
menu-delete-account = حذف حساب
profile-change = تغییر
profile-change-picture = تغییر تصویر

## Coming in

sign-in-to = ورود به { $app_name }
password-show = نمایش رمز عبور
check-email-title = ایمیل خود را ببینید
check-email-lead = ایمیلی به { $address } فرستادیم. برای ادامه پیوند داخل آن را باز کنید.
check-email-lead-resend = اگر { $address } هنوز باید تأیید شود، ایمیلی با پیوندی تازه در راه است.
check-email-lead-reset = اگر { $address } حسابی داشته باشد، ایمیلی با یک پیوند در راه است.
check-email-hint = چیزی نرسید؟ پوشهٔ هرزنامه را ببینید یا بخواهید دوباره فرستاده شود.
check-email-submit = فرستادن دوباره
check-email-other = استفاده از نشانی دیگر
confirm-identity-title = تأیید کنید که خودتان هستید
confirm-identity-lead = می‌خواهید چیزی را تغییر دهید که از حسابتان محافظت می‌کند. برای ادامه رمز عبور خود را وارد کنید.
confirm-identity-submit = تأیید
confirm-identity-cancel = انصراف و بازگشت

## The foot of the page

footer-help = راهنما
footer-privacy = حریم خصوصی
footer-terms = شرایط استفاده
footer-support = تماس با پشتیبانی
problem-reference = شمارهٔ پیگیری: { $reference }
