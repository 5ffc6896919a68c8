### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Заполните это поле.
username-too-short = Введите не менее { $min ->
    [one] { $min } символа.
    [few] { $min } символов.
    [many] { $min } символов.
   *[other] { $min } символа.
}
username-too-long = Введите не более { $max ->
    [one] { $max } символа.
    [few] { $max } символов.
    [many] { $max } символов.
   *[other] { $max } символа.
}
username-bad-characters = Используйте только буквы, цифры, точки, дефисы и подчёркивания.
username-malformed = Первым и последним символом должна быть буква или цифра.
username-reserved = Это имя зарезервировано за сайтом. Выберите другое.
username-taken = Это имя уже занято. Выберите другое.
# Must not tell which of the two is wrong.
username-bad-credentials = Имя пользователя или адрес почты и пароль не совпадают. Проверьте их и попробуйте ещё раз.
username-bad-credentials-or-unconfirmed = Имя пользователя или адрес почты и пароль не совпадают, или адрес ещё не подтверждён. Проверьте данные или запросите ссылку ещё раз.

email-required = Заполните это поле.
email-too-long = В адресе электронной почты может быть не более { $max ->
    [one] { $max } символа.
    [few] { $max } символов.
    [many] { $max } символов.
   *[other] { $max } символа.
}
email-malformed = Введите адрес электронной почты полностью, например name@example.com.
email-not-ascii = Мы не можем отправлять письма на адреса, где перед @ есть буквы не латинского алфавита. Укажите другой адрес.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = Адрес почты и пароль не совпадают. Проверьте их и попробуйте ещё раз.
email-bad-credentials-or-unconfirmed = Адрес почты и пароль не совпадают, или адрес ещё не подтверждён. Проверьте данные или запросите ссылку ещё раз.
email-taken = Этот адрес уже есть в вашем списке.
email-too-many = У аккаунта уже наибольшее допустимое число адресов. Сначала удалите один из них.
email-same = Это и есть нынешний адрес вашего аккаунта.

password-required = Заполните это поле.
password-too-short = Введите не менее { $min ->
    [one] { $min } символа.
    [few] { $min } символов.
    [many] { $min } символов.
   *[other] { $min } символа.
}
password-too-long = Слишком длинный пароль. Введите не более { $max ->
    [one] { $max } символа.
    [few] { $max } символов.
    [many] { $max } символов.
   *[other] { $max } символа.
}
password-too-common = Такой пароль попробуют одним из первых. Выберите другой.
password-made-of-identity = Этот пароль слишком похож на ваше имя, ваш адрес или название сайта. Выберите другой.
password-too-simple = Нужна хотя бы одна заглавная буква, одна строчная буква и одна цифра.
password-wrong = Это не пароль этой учётной записи.

retype-password-required = Заполните это поле.
retype-password-mismatch = Не совпадает с паролем выше.

old-password-required = Заполните это поле.
old-password-too-long = Это длиннее любого возможного здесь пароля. Введите не более { $max ->
    [one] { $max } символа.
    [few] { $max } символов.
    [many] { $max } символов.
   *[other] { $max } символа.
}
old-password-wrong = Это не ваш текущий пароль.

recovery-code-required = Заполните это поле.
recovery-code-malformed = Код восстановления состоит из пятнадцати букв и цифр. Проверьте, что вы ввели.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Этот код и аккаунт не подходят друг к другу, или код уже использован. Проверьте и то и другое.
recovery-code-wrong = Среди ваших неиспользованных кодов такого нет.

totp-code-required = Заполните это поле.
totp-code-malformed = В коде шесть цифр. Проверьте, что вы ввели.
totp-code-wrong = Приложение сейчас показывает другой код. Введите текущий.
totp-code-used = Этот код уже использован. Дождитесь следующего.
totp-code-too-many = У вас уже столько приложений, сколько может быть у аккаунта. Сначала удалите одно.

label-too-long = Это название слишком длинное. Выберите короче.

account-name-required = Введите имя вашей учётной записи.
account-name-wrong = Это не имя вашей учётной записи.

roles-bad-characters = Используйте только строчные буквы, цифры, дефисы и подчёркивания.
roles-not-yours-to-give = Вы не можете назначать эту роль другим.

# Fields that a site declares for itself.
profile-required = Заполните это поле.
profile-too-long = Введите не более { $max ->
    [one] { $max } символа.
    [few] { $max } символов.
    [many] { $max } символов.
   *[other] { $max } символа.
}
profile-too-short = Введите не менее { $min ->
    [one] { $min } символа.
    [few] { $min } символов.
    [many] { $min } символов.
   *[other] { $min } символа.
}
profile-too-small = Введите число не меньше { $min }.
profile-too-large = Введите число не больше { $max }.
profile-malformed-number = Введите число.
profile-malformed-whole-number = Введите целое число.
profile-malformed-date = Введите дату, например 2001-12-31.
profile-too-early = Введите { $min } или более позднюю дату.
profile-too-late = Введите { $max } или более раннюю дату.
profile-not-a-choice = Выберите один из вариантов.
profile-changed-meanwhile = Это поле тем временем изменили в другом окне. Отправьте форму ещё раз, чтобы сохранить то, что указано здесь.
profile-bad-characters = Уберите символы, которые нельзя отобразить.
picture-required = Сначала выберите фото.
picture-too-large = Слишком большой файл. Выберите файл не больше { $max ->
    [one] { $max } мегабайта.
    [few] { $max } мегабайт.
    [many] { $max } мегабайт.
   *[other] { $max } мегабайта.
}
picture-too-many-pixels = Слишком большое фото. Выберите фото не больше { $max } × { $max } пикселей.
picture-malformed = Не удаётся прочитать этот файл как изображение. Выберите файл PNG, JPEG, WebP или GIF.

# Refusals of a form as a whole.
form-expired = Форма больше не действительна. Проверьте её и отправьте ещё раз.
form-no-cookies = Этому сайту нужны файлы cookie, но ваш браузер их не отправил. Разрешите cookie для этого сайта и отправьте форму ещё раз.
form-other-account = Эту форму заполнил другой пользователь, а сейчас выполнен вход в аккаунт { $name }. Введённое не сохранено: заполните форму заново.
form-unconfirmed = Сначала подтвердите адрес электронной почты: откройте ссылку из нашего письма.
form-disabled = Этот аккаунт отключён. Обратитесь к администрации сайта.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Значение не принято ({ $id }).
