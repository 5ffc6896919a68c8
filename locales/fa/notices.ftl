### One-time messages at the top of the next page.

notice-registered-confirm = تقریباً تمام شد! ایمیلی با یک پیوند برایتان فرستاده‌ایم. لطفاً برای تأیید نشانی خود آن را باز کنید.
notice-registered = حساب شما آماده است. اکنون می‌توانید وارد شوید.
notice-email-confirmed = نشانی ایمیل شما تأیید شد.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = اگر این نشانی هنوز باید تأیید شود، ایمیلی با پیوند جدید در راه است. لطفاً پوشهٔ هرزنامه را هم ببینید.
notice-signed-in = وارد شدید.
notice-signed-out = خارج شدید.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = اگر حسابی با این نشانی وجود داشته باشد، ایمیلی با یک پیوند در راه است. لطفاً پوشهٔ هرزنامه را هم ببینید.
notice-password-reset = رمز عبور جدید شما ذخیره شد.
notice-password-changed = رمز عبور شما تغییر کرد. همهٔ دستگاه‌های دیگر از حساب خارج شدند.
notice-totp-added = برنامهٔ احراز هویت شما تنظیم شد. از این پس هنگام ورود کد آن را می‌پرسیم.
notice-totp-renamed = نام ذخیره شد.
notice-totp-removed = برنامه حذف شد. کدهای آن دیگر کار نمی‌کنند.
notice-device-forgotten = این دستگاه دیگر مورد اعتماد نیست. در آن دوباره کد پرسیده می‌شود.
notice-second-factor-required = این سایت هنگام ورود از شما گام دومی می‌خواهد. لطفاً یک برنامهٔ احراز هویت تنظیم کنید.
notice-second-step-gone = لطفاً دوباره وارد شوید: وارد کردن کد بیش از اندازه طول کشید یا کدهای نادرست زیادی وارد شد.
notice-recovery-code-used = { $left ->
    [0] این آخرین کد بازیابی شما بود. لطفاً کدهای جدیدی بسازید.
    [one] از آن کد دوباره نمی‌توان استفاده کرد. { $left } کد برایتان مانده است.
   *[other] از آن کد دوباره نمی‌توان استفاده کرد. { $left } کد برایتان مانده است.
}
notice-export-asked = داده‌های شما را آماده می‌کنیم. وقتی آماده شد ایمیلی دریافت می‌کنید.
notice-deletion-scheduled = خارج شدید. حساب شما حذف خواهد شد: { $due }. تا آن زمان می‌توانید وارد شوید و آن را نگه دارید.
notice-account-deleted = حساب شما حذف شد.
notice-account-kept = حساب شما می‌ماند.
notice-username-changed = نام کاربری شما اکنون { $username } است.
notice-email-added = ایمیلی با یک پیوند به { $address } فرستاده‌ایم. لطفاً برای تأیید آن نشانی، پیوند را باز کنید.
notice-email-removed = نشانی { $address } از حساب شما حذف شد.
notice-primary-email-changed = ایمیل‌های حساب شما از این پس به { $address } فرستاده می‌شود.
notice-email-change-undone = حساب دوباره از آن شماست و همهٔ دستگاه‌ها از حساب خارج شدند. لطفاً اکنون رمز عبور جدیدی انتخاب کنید.
notice-addresses-doubtful = لطفاً نشانی‌هایی را که در روزهای گذشته افزوده شده‌اند یک بار دیگر تأیید کنید و آن‌هایی را که از آن شما نیستند حذف کنید.
notice-sign-in-required = برای دیدن آن صفحه لطفاً وارد شوید.
notice-sign-in-again = برای ادامه، لطفاً رمز عبور خود را یک بار دیگر وارد کنید.
notice-not-allowed = حساب شما اجازهٔ دیدن آن صفحه را ندارد.
notice-email-not-confirmed = لطفاً نخست نشانی ایمیل خود را تأیید کنید.
notice-session-revoked = آن مرورگر از حساب خارج شد.
notice-sessions-revoked = همهٔ مرورگرهای دیگر از حساب خارج شدند.
notice-link-invalid = این پیوند کار نمی‌کند. شاید ناقص باشد یا پیوند جدیدتری جای آن را گرفته باشد.
notice-link-expired = این پیوند قدیمی شده است. لطفاً پیوند جدیدی بخواهید.
notice-link-used = این پیوند پیش‌تر استفاده شده است.
notice-link-not-here = این مرورگر دیگر پیوند آن صفحه را ندارد. لطفاً پیوند درون ایمیل را دوباره باز کنید.
notice-profile-saved = نمایهٔ شما ذخیره شد.
notice-invitation-sent = دعوت‌نامهٔ { $address } در راه است.
notice-invitation-revoked = دعوت‌نامهٔ { $address } دیگر کار نمی‌کند.
notice-invitation-accepted = دعوت‌نامه را پذیرفتید.
notice-invitation-required = برای ساخت حساب در اینجا به دعوت‌نامه نیاز دارید.
notice-invitation-invalid = این دعوت‌نامه کار نمی‌کند. شاید ناقص یا پس‌گرفته شده باشد، یا دعوت‌نامهٔ جدیدتری جای آن را گرفته باشد.
notice-invitation-expired = این دعوت‌نامه قدیمی شده است. لطفاً دعوت‌نامهٔ جدیدی بخواهید.
notice-invitation-used = این دعوت‌نامه پیش‌تر استفاده شده است.
notice-picture-saved = تصویر شما ذخیره شد.
notice-picture-removed = تصویر شما حذف شد.
