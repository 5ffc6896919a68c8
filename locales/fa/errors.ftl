### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = لطفاً این را پر کنید.
username-too-short = لطفاً دست‌کم { $min ->
    [one] { $min } نویسه
   *[other] { $min } نویسه
} به کار ببرید.
username-too-long = لطفاً حداکثر { $max ->
    [one] { $max } نویسه
   *[other] { $max } نویسه
} به کار ببرید.
username-bad-characters = لطفاً فقط حروف، رقم، نقطه، خط تیره و زیرخط به کار ببرید.
username-malformed = لطفاً با یک حرف یا رقم آغاز و تمام کنید.
username-reserved = این نام برای خود سایت است. لطفاً نام دیگری انتخاب کنید.
username-taken = این نام از پیش گرفته شده است. لطفاً نام دیگری انتخاب کنید.
# Must not tell which of the two is wrong.
username-bad-credentials = نام کاربری یا ایمیل با رمز عبور هم‌خوان نیست. هر دو را بررسی کنید و دوباره امتحان کنید.
username-bad-credentials-or-unconfirmed = نام کاربری یا ایمیل با رمز عبور هم‌خوان نیست، یا نشانی هنوز تأیید نشده است. هر دو را بررسی کنید، یا بخواهید پیوند دوباره فرستاده شود.

email-required = لطفاً این را پر کنید.
email-too-long = نشانی ایمیل حداکثر { $max ->
    [one] { $max } نویسه
   *[other] { $max } نویسه
} دارد.
email-malformed = لطفاً نشانی ایمیل کاملی وارد کنید، مانند name@example.com.
email-not-ascii = نمی‌توانیم به نشانی‌هایی که پیش از @ حروف غیرلاتین دارند ایمیل بفرستیم. لطفاً نشانی دیگری وارد کنید.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = ایمیل با رمز عبور هم‌خوان نیست. هر دو را بررسی کنید و دوباره امتحان کنید.
email-bad-credentials-or-unconfirmed = ایمیل با رمز عبور هم‌خوان نیست، یا نشانی هنوز تأیید نشده است. هر دو را بررسی کنید، یا بخواهید پیوند دوباره فرستاده شود.
email-taken = این نشانی از پیش در فهرست شماست.
email-too-many = شمار نشانی‌های شما به حد مجاز حساب رسیده است. لطفاً نخست یکی را حذف کنید.
email-same = این از پیش نشانی حساب شماست.

password-required = لطفاً این را پر کنید.
password-too-short = لطفاً دست‌کم { $min ->
    [one] { $min } نویسه
   *[other] { $min } نویسه
} به کار ببرید.
password-too-long = این بیش از حد طولانی است. لطفاً حداکثر { $max ->
    [one] { $max } نویسه
   *[other] { $max } نویسه
} به کار ببرید.
password-too-common = این از نخستین رمزهایی است که هر کسی امتحان می‌کند. لطفاً رمز دیگری انتخاب کنید.
password-made-of-identity = این به نام شما، نشانی شما یا نام این سایت بسیار نزدیک است. لطفاً رمز دیگری انتخاب کنید.
password-too-simple = لطفاً دست‌کم یک حرف بزرگ، یک حرف کوچک و یک رقم به کار ببرید.
password-wrong = این رمز عبور این حساب نیست.

retype-password-required = لطفاً این را پر کنید.
retype-password-mismatch = این با رمز عبور بالا یکی نیست.

old-password-required = لطفاً این را پر کنید.
old-password-too-long = این از هر رمز عبوری در اینجا طولانی‌تر است. لطفاً حداکثر { $max ->
    [one] { $max } نویسه
   *[other] { $max } نویسه
} به کار ببرید.
old-password-wrong = این رمز عبور کنونی شما نیست.

recovery-code-required = لطفاً این را پر کنید.
recovery-code-malformed = کد بازیابی پانزده حرف و رقم دارد. لطفاً آنچه را وارد کرده‌اید بررسی کنید.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = این کد با حساب هم‌خوان نیست، یا پیش‌تر استفاده شده است. لطفاً هر دو را بررسی کنید.
recovery-code-wrong = این هیچ‌یک از کدهای استفاده‌نشدهٔ شما نیست.

totp-code-required = لطفاً این را پر کنید.
totp-code-malformed = کد شش رقم دارد. لطفاً آنچه را وارد کرده‌اید بررسی کنید.
totp-code-wrong = این کدی نیست که برنامهٔ شما اکنون نشان می‌دهد. لطفاً کد فعلی را وارد کنید.
totp-code-used = این کد استفاده شده است. لطفاً منتظر کد بعدی بمانید.
totp-code-too-many = به تعداد مجاز برای یک حساب برنامه دارید. لطفاً ابتدا یکی را حذف کنید.

label-too-long = این نام بیش از اندازه بلند است. لطفاً نام کوتاه‌تری انتخاب کنید.

account-name-required = لطفاً نام حساب خود را وارد کنید.
account-name-wrong = این نام حساب شما نیست.

roles-bad-characters = لطفاً فقط حروف کوچک، رقم، خط تیره و زیرخط به کار ببرید.
roles-not-yours-to-give = اجازه ندارید این نقش را به دیگران بدهید.

# Fields that a site declares for itself.
profile-required = لطفاً این را پر کنید.
profile-too-long = لطفاً حداکثر { $max ->
    [one] { $max } نویسه
   *[other] { $max } نویسه
} به کار ببرید.
profile-too-short = لطفاً دست‌کم { $min ->
    [one] { $min } نویسه
   *[other] { $min } نویسه
} به کار ببرید.
profile-too-small = لطفاً { $min } یا بیشتر وارد کنید.
profile-too-large = لطفاً { $max } یا کمتر وارد کنید.
profile-malformed-number = لطفاً یک عدد وارد کنید.
profile-malformed-whole-number = لطفاً یک عدد صحیح وارد کنید.
profile-malformed-date = لطفاً تاریخی وارد کنید، مانند {"\u2066"}2001-12-31{"\u2069"}.
profile-too-early = لطفاً { $min } یا تاریخی پس از آن وارد کنید.
profile-too-late = لطفاً { $max } یا تاریخی پیش از آن وارد کنید.
profile-not-a-choice = لطفاً یکی از گزینه‌ها را انتخاب کنید.
profile-changed-meanwhile = این مورد در این میان در پنجره‌ای دیگر تغییر کرده است. برای نگه داشتن آنچه اینجا نوشته شده، فرم را دوباره بفرستید.
profile-bad-characters = لطفاً نویسه‌های نمایش‌ناپذیر را بردارید.
picture-required = لطفاً نخست تصویری انتخاب کنید.
picture-too-large = این فایل بیش از حد بزرگ است. لطفاً فایلی با حداکثر { $max ->
    [one] { $max } مگابایت
   *[other] { $max } مگابایت
} انتخاب کنید.
picture-too-many-pixels = این تصویر بیش از حد بزرگ است. لطفاً تصویری با حداکثر { $max } در { $max } پیکسل انتخاب کنید.
picture-malformed = نمی‌توانیم این فایل را به‌عنوان تصویر بخوانیم. لطفاً فایلی از نوع PNG، JPEG، WebP یا GIF انتخاب کنید.

# Refusals of a form as a whole.
form-expired = این فرم دیگر معتبر نیست. لطفاً آن را بررسی کنید و دوباره بفرستید.
form-no-cookies = این سایت به کوکی نیاز دارد، اما مرورگر شما هیچ کوکی‌ای نفرستاده است. لطفاً کوکی‌های این سایت را مجاز کنید و فرم را دوباره بفرستید.
form-other-account = این فرم را کاربر دیگری پر کرده است و اکنون { $name } وارد شده است. چیزی از آن نگه داشته نشد؛ لطفاً آن را دوباره پر کنید.
form-unconfirmed = لطفاً نخست نشانی ایمیل خود را تأیید کنید: پیوند ایمیلی را که برایتان فرستاده‌ایم باز کنید.
form-disabled = این حساب غیرفعال است. لطفاً از گردانندگان سایت بپرسید.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = این پذیرفته نشد ({ $id }).
