### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Заповніть це поле.
username-too-short = Введіть не менше { $min ->
    [one] { $min } символу.
    [few] { $min } символів.
    [many] { $min } символів.
   *[other] { $min } символу.
}
username-too-long = Введіть не більше { $max ->
    [one] { $max } символу.
    [few] { $max } символів.
    [many] { $max } символів.
   *[other] { $max } символу.
}
username-bad-characters = Використовуйте лише літери, цифри, крапки, дефіси й підкреслення.
username-malformed = Першим і останнім символом має бути літера або цифра.
username-reserved = Це ім’я зарезервовано за сайтом. Виберіть інше.
username-taken = Це ім’я вже зайнято. Виберіть інше.
# Must not tell which of the two is wrong.
username-bad-credentials = Ім’я користувача чи електронна адреса та пароль не збігаються. Перевірте їх і спробуйте ще раз.
username-bad-credentials-or-unconfirmed = Ім’я користувача чи електронна адреса та пароль не збігаються, або адресу ще не підтверджено. Перевірте дані або попросіть надіслати посилання ще раз.

email-required = Заповніть це поле.
email-too-long = В електронній адресі може бути не більше { $max ->
    [one] { $max } символу.
    [few] { $max } символів.
    [many] { $max } символів.
   *[other] { $max } символу.
}
email-malformed = Введіть електронну адресу повністю, наприклад name@example.com.
email-not-ascii = Ми не можемо надсилати листи на адреси, де перед @ є літери не латинської абетки. Вкажіть іншу адресу.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = Електронна адреса та пароль не збігаються. Перевірте їх і спробуйте ще раз.
email-bad-credentials-or-unconfirmed = Електронна адреса та пароль не збігаються, або адресу ще не підтверджено. Перевірте дані або попросіть надіслати посилання ще раз.
email-taken = Ця адреса вже є у вашому списку.
email-too-many = Обліковий запис уже має найбільшу дозволену кількість адрес. Спершу видаліть одну з них.
email-same = Це вже адреса вашого облікового запису.

password-required = Заповніть це поле.
password-too-short = Введіть не менше { $min ->
    [one] { $min } символу.
    [few] { $min } символів.
    [many] { $min } символів.
   *[other] { $min } символу.
}
password-too-long = Задовгий пароль. Введіть не більше { $max ->
    [one] { $max } символу.
    [few] { $max } символів.
    [many] { $max } символів.
   *[other] { $max } символу.
}
password-too-common = Такий пароль спробують одним із перших. Виберіть інший.
password-made-of-identity = Цей пароль надто схожий на ваше ім’я, вашу адресу або назву цього сайту. Виберіть інший.
password-too-simple = Потрібна щонайменше одна велика літера, одна мала літера й одна цифра.
password-wrong = Це не пароль цього облікового запису.

retype-password-required = Заповніть це поле.
retype-password-mismatch = Не збігається з паролем вище.

old-password-required = Заповніть це поле.
old-password-too-long = Це довше за будь-який можливий тут пароль. Введіть не більше { $max ->
    [one] { $max } символу.
    [few] { $max } символів.
    [many] { $max } символів.
   *[other] { $max } символу.
}
old-password-wrong = Це не ваш поточний пароль.

recovery-code-required = Заповніть це поле.
recovery-code-malformed = Код відновлення складається з п’ятнадцяти літер і цифр. Перевірте, що ви ввели.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Цей код і обліковий запис не пасують один до одного, або код уже використано. Перевірте обидва значення.
recovery-code-wrong = Серед ваших невикористаних кодів такого немає.

totp-code-required = Заповніть це поле.
totp-code-malformed = Код має шість цифр. Перевірте введене.
totp-code-wrong = Застосунок зараз показує інший код. Введіть поточний.
totp-code-used = Цей код уже використано. Зачекайте на наступний.
totp-code-too-many = У вас уже стільки застосунків, скільки може мати обліковий запис. Спершу видаліть один.

label-too-long = Ця назва задовга. Виберіть коротшу.

account-name-required = Введіть ім’я вашого облікового запису.
account-name-wrong = Це не ім’я вашого облікового запису.

roles-bad-characters = Використовуйте лише малі літери, цифри, дефіси й підкреслення.
roles-not-yours-to-give = Ви не можете надавати цю роль іншим.

# Fields that a site declares for itself.
profile-required = Заповніть це поле.
profile-too-long = Введіть не більше { $max ->
    [one] { $max } символу.
    [few] { $max } символів.
    [many] { $max } символів.
   *[other] { $max } символу.
}
profile-too-short = Введіть не менше { $min ->
    [one] { $min } символу.
    [few] { $min } символів.
    [many] { $min } символів.
   *[other] { $min } символу.
}
profile-too-small = Введіть число, не менше за { $min }.
profile-too-large = Введіть число, не більше за { $max }.
profile-malformed-number = Введіть число.
profile-malformed-whole-number = Введіть ціле число.
profile-malformed-date = Введіть дату, наприклад 2001-12-31.
profile-too-early = Введіть { $min } або пізнішу дату.
profile-too-late = Введіть { $max } або ранішу дату.
profile-not-a-choice = Виберіть один із варіантів.
profile-changed-meanwhile = Це поле тим часом змінили в іншому вікні. Надішліть форму ще раз, щоб зберегти те, що вказано тут.
profile-bad-characters = Приберіть символи, які не можна показати.
picture-required = Спершу виберіть фото.
picture-too-large = Завеликий файл. Виберіть файл, не більший за { $max ->
    [one] { $max } мегабайт.
    [few] { $max } мегабайти.
    [many] { $max } мегабайтів.
   *[other] { $max } мегабайта.
}
picture-too-many-pixels = Завелике фото. Виберіть фото, не більше за { $max } × { $max } пікселів.
picture-malformed = Не вдається прочитати цей файл як зображення. Виберіть файл PNG, JPEG, WebP або GIF.

# Refusals of a form as a whole.
form-expired = Форма більше не дійсна. Перевірте її та надішліть ще раз.
form-no-cookies = Цьому сайту потрібні файли cookie, але ваш браузер їх не надіслав. Дозвольте cookie для цього сайту й надішліть форму ще раз.
form-other-account = Цю форму заповнив інший користувач, а зараз виконано вхід в обліковий запис { $name }. Введене не збережено: заповніть форму знову.
form-unconfirmed = Спершу підтвердьте свою електронну адресу: відкрийте посилання з нашого листа.
form-disabled = Цей обліковий запис вимкнено. Зверніться до адміністрації сайту.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Значення не прийнято ({ $id }).
