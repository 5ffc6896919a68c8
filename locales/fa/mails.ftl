### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = سلام،
mail-greeting-named = سلام { $name }،
mail-footer = { $app_name } این ایمیل را به { $email } فرستاده است.
mail-link-in-full = اگر دکمه کار نمی‌کند، این نشانی را در مرورگر خود کپی کنید:
mail-link-hours = این پیوند فقط یک بار و تا { $hours ->
    [one] { $hours } ساعت
   *[other] { $hours } ساعت
} کار می‌کند.
mail-link-minutes = این پیوند فقط یک بار و تا { $minutes ->
    [one] { $minutes } دقیقه
   *[other] { $minutes } دقیقه
} کار می‌کند.
mail-link-days = این پیوند فقط یک بار و تا { $days ->
    [one] { $days } روز
   *[other] { $days } روز
} کار می‌کند.
mail-at = زمان: { $at }
mail-user-agent = مرورگر: { $user_agent }
mail-address = نشانی IP: { $address }
mail-was-you = اگر خودتان بوده‌اید، لازم نیست کاری بکنید.
mail-not-you-undo = اگر شما نبوده‌اید، حساب خود را پس بگیرید. با این کار همهٔ دستگاه‌ها از حساب خارج می‌شوند، تغییرات تازه لغو می‌شود و می‌توانید رمز عبور جدیدی انتخاب کنید.
mail-not-you-action = من نبودم
mail-not-you-reset = اگر شما نبوده‌اید، شاید کسی رمز عبور شما را بداند. لطفاً بی‌درنگ رمز جدیدی انتخاب کنید. با این کار همهٔ دستگاه‌ها هم از حساب خارج می‌شوند.
mail-not-you-contact = اگر شما نبوده‌اید، شاید کسی رمز عبور شما را بداند. لطفاً به گردانندگان سایت خبر دهید.
mail-forgot-page-action = انتخاب رمز عبور جدید

## registered

mail-registered-subject = به { $app_name } خوش آمدید
mail-registered-body = از اینکه در { $app_name } حساب ساختید، سپاسگزاریم.
mail-registered-not-you = اگر شما این حساب را نساخته‌اید، لطفاً این ایمیل را نادیده بگیرید. بدون تأیید شما از این نشانی استفاده نمی‌شود.
mail-registered-not-you-open = اگر شما این حساب را نساخته‌اید، کسی نشانی شما را به‌اشتباه وارد کرده است. می‌توانید این ایمیل را نادیده بگیرید.

## already_registered

mail-already-registered-subject = شما از پیش در { $app_name } حساب دارید
mail-already-registered-body = کسی، به احتمال زیاد خودتان، همین حالا خواست در { $app_name } از این نشانی برای حسابی استفاده کند. این نشانی از پیش به حساب شما تعلق دارد، پس چیزی تغییر نکرد. کافی است وارد شوید.
mail-already-registered-forgot = رمز عبور را فراموش کرده‌اید؟ رمز جدیدی انتخاب کنید.
mail-already-registered-not-you = اگر شما نبوده‌اید، می‌توانید این ایمیل را نادیده بگیرید. کسی که این کار را کرد، نفهمید که شما حساب دارید.

## confirm_email

mail-confirm-email-subject = لطفاً نشانی ایمیل خود را برای { $app_name } تأیید کنید
mail-confirm-body = لطفاً تأیید کنید که این نشانی ایمیل از آنِ شماست.
mail-confirm-action = تأیید نشانی ایمیل
mail-confirm-not-you = اگر این ایمیل را نخواسته‌اید، می‌توانید آن را نادیده بگیرید.

## forgot_password

mail-forgot-password-subject = رمز عبور جدیدی برای { $app_name } انتخاب کنید
mail-forgot-password-body = کسی، به امید آنکه خودتان باشید، برای حساب شما در { $app_name } رمز عبور جدیدی خواسته است.
mail-forgot-password-action = انتخاب رمز عبور جدید
mail-forgot-password-not-you = اگر شما نبوده‌اید، لطفاً این ایمیل را نادیده بگیرید. رمز عبور شما تغییر نمی‌کند.

## password_changed

mail-password-changed-subject = رمز عبور شما در { $app_name } تغییر کرد
mail-password-changed-body = رمز عبور حساب شما در { $app_name } تغییر کرد.

## recovery_codes_made

mail-recovery-codes-made-subject = کدهای بازیابی جدید برای { $app_name }
mail-recovery-codes-made-body = برای حساب شما در { $app_name } کدهای بازیابی جدیدی ساخته شد. تا مدتی هنوز می‌توانید با کدهای پیشین به حسابتان بازگردید.

## recovery_code_used

mail-recovery-code-used-subject = از یک کد بازیابی در { $app_name } استفاده شد
mail-recovery-code-used-body = از یکی از کدهای بازیابی حساب شما در { $app_name } استفاده شد.

## totp_added

mail-totp-added-subject = یک برنامهٔ احراز هویت برای { $app_name } تنظیم شد
mail-totp-added-body = برای حساب شما در { $app_name } یک برنامهٔ احراز هویت تنظیم شد. از این پس هنگام ورود کد آن پرسیده می‌شود.

## totp_removed

mail-totp-removed-subject = یک برنامهٔ احراز هویت برای { $app_name } حذف شد
mail-totp-removed-body = یک برنامهٔ احراز هویت از حساب شما در { $app_name } حذف شد. کدهای آن دیگر کار نمی‌کنند.

## second_step_refused

mail-second-step-refused-subject = شاید کسی رمز عبور شما در { $app_name } را بداند
mail-second-step-refused-body = کسی از گام نخست ورود به حساب شما در { $app_name } گذشته و سپس چند کد نادرست وارد کرده است. او وارد نشده است.

## second_step_reset

mail-second-step-reset-subject = گام دوم ورود شما در { $app_name } بازنشانی می‌شود
mail-second-step-reset-body = یک مدیر برنامه‌های احراز هویت را از حساب شما در { $app_name } حذف می‌کند. اگر هنوز برنامهٔ خود را دارید، با آن وارد شوید تا این کار لغو شود.
mail-second-step-reset-due = از { $due } به بعد برای ورود تنها رمز عبور کافی است.

## username_changed

mail-username-changed-subject = نام کاربری شما در { $app_name } تغییر کرد
mail-username-changed-body = نام کاربری حساب شما در { $app_name } اکنون { $username } است.

## email_added

mail-email-added-subject = نشانی تازه‌ای برای حساب شما در { $app_name }
mail-email-added-body = { $address } به‌عنوان نشانی تازه برای حساب شما در { $app_name } وارد شد. پس از تأیید می‌توان از آن استفاده کرد.

## email_confirmed

mail-email-confirmed-subject = یکی از نشانی‌های حساب شما در { $app_name } تأیید شد
mail-email-confirmed-body = { $address } تأیید شد و اکنون می‌توان از آن برای حساب شما در { $app_name } استفاده کرد.

## email_removed

mail-email-removed-subject = نشانی‌ای از حساب شما در { $app_name } حذف شد
mail-email-removed-body = نشانی { $address } از حساب شما در { $app_name } حذف شد.

## primary_email_changed

mail-primary-email-changed-subject = نشانی حساب شما در { $app_name } تغییر کرد
mail-primary-email-changed-body = ایمیل‌های حساب شما در { $app_name } از این پس به { $address } فرستاده می‌شود.

## new_sign_in

mail-new-sign-in-subject = ورود جدید به { $app_name }
mail-new-sign-in-body = از حساب شما در { $app_name } با دستگاهی استفاده شد که پیش‌تر ندیده بودیم.

## session_revoked

mail-session-revoked-subject = یکی از دستگاه‌های شما را از { $app_name } خارج کردیم
mail-session-revoked-body = کسی از نسخه‌ای قدیمی از ورود یکی از دستگاه‌های شما استفاده کرد. شاید نسخهٔ پشتیبانی بازیابی شده باشد، اما شاید هم سرقت باشد؛ پس آن دستگاه را از { $app_name } خارج کردیم.
mail-session-revoked-advice = برای این کار از رمز عبور شما استفاده نشد. می‌توانید دوباره وارد شوید:
mail-session-revoked-reset = اگر دیگر به آن دستگاه اعتماد ندارید، لطفاً رمز عبور جدیدی هم انتخاب کنید. با این کار همهٔ دستگاه‌ها از حساب خارج می‌شوند.

## account_deleted

mail-unexpected-contact = اگر انتظار این را نداشتید، لطفاً به گردانندگان سایت خبر دهید.
mail-account-deleted-subject = حساب شما در { $app_name } حذف شد
mail-account-deleted-body = حساب شما در { $app_name } با هر چه به آن تعلق داشت حذف شد. دیگر ایمیلی دربارهٔ آن نخواهید گرفت.

## deletion_scheduled

mail-deletion-scheduled-subject = حساب شما در { $app_name } حذف خواهد شد
mail-deletion-scheduled-body = حساب شما در { $app_name } با هر چه به آن تعلق دارد حذف خواهد شد: { $due }.
mail-deletion-scheduled-until = می‌خواهید آن را نگه دارید؟ پیش از آن وارد شوید:

## deletion_cancelled

mail-deletion-cancelled-subject = حساب شما در { $app_name } می‌ماند
mail-deletion-cancelled-body = قرار بود حساب شما در { $app_name } حذف شود. این کار لغو شد: همه چیز همان‌طور که هست می‌ماند.

## export_ready

mail-export-ready-subject = داده‌های شما در { $app_name } آماده است
mail-export-ready-body = داده‌هایی که از { $app_name } خواسته بودید آماده است. برای دریافت وارد شوید.

## invite

mail-invite-subject = شما به { $app_name } دعوت شده‌اید
mail-invite-body = شما به { $app_name } دعوت شده‌اید.
mail-invite-body-by = { $inviter } شما را به { $app_name } دعوت می‌کند.
mail-invite-action = پذیرفتن دعوت‌نامه
mail-invite-not-you = اگر نمی‌دانید موضوع چیست، می‌توانید این ایمیل را نادیده بگیرید. بدون شما چیزی ساخته نمی‌شود.
