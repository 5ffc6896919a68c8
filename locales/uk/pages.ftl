### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } — { $app_name }
page-title-faulty = Помилка: { $title } — { $app_name }
skip-to-content = Перейти до вмісту
nav-account = Ваш обліковий запис
nav-sign-in = Увійти
nav-register = Реєстрація
development = Розробка
development-mailbox = Листи не виходять за межі цього комп’ютера.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Мова
languages-submit = Змінити

link-home = На головну
link-sign-in = Увійти
link-register = Створити обліковий запис
link-forgot-password = Забули пароль?
link-resend-confirm-email = Не надійшов лист із підтвердженням?
link-use-recovery-code = Використати код відновлення
link-profile = Перейти до профілю
link-mailbox = Відкрити поштову скриньку
link-back = Назад
link-back-to-sign-in = Повернутися до входу
link-back-to-profile = Повернутися до профілю
link-back-to-mailbox = Усі листи

## Fields

form-problems = Виникла проблема

field-username = Ім’я користувача
field-username-or-email = Ім’я користувача або електронна адреса
field-email = Електронна адреса
field-new-email = Нова електронна адреса
field-password = Пароль
field-retype-password = Пароль ще раз
field-old-password = Поточний пароль
field-new-password = Новий пароль
field-new-username = Нове ім’я користувача
field-recovery-code = Код відновлення
field-totp-code = Код із застосунку
field-label = Назва застосунку чи пристрою
field-trust-device = Більше не запитувати код на цьому пристрої
field-account-name = Ім’я вашого облікового запису
field-remember-me = Запам’ятати мене на цьому пристрої
field-language = Мова
# The first option: the language that the browser asks for.
field-language-automatic = Мова браузера
field-time-zone = Часовий пояс
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Фото
# The empty first option of a list.
field-choose = Виберіть
# Stands after the label of a field that may stay empty.
field-optional = (необов’язково)
hint-picture = PNG, JPEG, WebP або GIF, не більше { $megabytes ->
    [one] { $megabytes } мегабайта
    [few] { $megabytes } мегабайтів
    [many] { $megabytes } мегабайтів
   *[other] { $megabytes } мегабайта
} і { $pixels } × { $pixels } пікселів.
field-roles = Ролі
field-role = Роль: { $role }

hint-username = Від { $min } до { $max } символів: літери, цифри, крапки, дефіси або підкреслення.
hint-password = Не менше { $min ->
    [one] { $min } символу.
    [few] { $min } символів.
    [many] { $min } символів.
   *[other] { $min } символу.
} Кілька не пов’язаних між собою слів — надійний пароль, який легко запам’ятати.
hint-recovery-code = П’ятнадцять символів: літери й цифри. Пробіли та дефіси не мають значення.
hint-totp-code = Шість цифр, які показує застосунок-автентифікатор.
hint-label = Щоб розрізняти ваші пристрої, наприклад «Мій телефон».
hint-trust-device = Днів: { $days }. Обирайте це лише на пристрої, яким більше ніхто не користується.
hint-account-name = Введіть { $name } для підтвердження.

strength-very-weak = Надійність: дуже слабка
strength-weak = Надійність: слабка
strength-fair = Надійність: середня
strength-good = Надійність: добра
strength-strong = Надійність: висока

## Forms

register-title = Створення облікового запису
register-lead = Вітаємо на сайті { $app_name }.
register-submit = Створити обліковий запис
register-elsewhere = Уже маєте обліковий запис?

sign-in-or-register-title = Увійдіть або створіть обліковий запис

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Продовжити
continue-lead = Пароль підтверджено, а надіслане раніше збереглося. Натисніть кнопку, щоб надіслати його.
continue-submit = Продовжити

sign-in-title = Вхід
sign-in-submit = Увійти
sign-in-elsewhere = Ще не маєте облікового запису?

sign-out-title = Вихід
sign-out-lead = Вийти з облікового запису на сайті { $app_name } на цьому пристрої?
sign-out-submit = Вийти

confirm-email-title = Підтвердження електронної адреси
confirm-email-lead = Натисніть кнопку, і вашу адресу буде підтверджено.
confirm-email-lead-password = Ця адреса належатиме обліковому запису нижче. Введіть його пароль, щоб ніхто інший не привласнив вашу адресу.
confirm-email-lead-new-password = Цей обліковий запис зареєстровано з вашою адресою, можливо, вами в іншому браузері. Введіть вибраний тоді пароль. Якщо ви його не знаєте, задайте новий: він замінить попередній і завершить усі інші сеанси.
confirm-email-registered = Зареєстровано
confirm-email-browser = Браузер
confirm-email-submit = Підтвердити адресу

resend-confirm-email-title = Новий лист із підтвердженням
resend-confirm-email-lead = Введіть адресу, указану під час реєстрації. Якщо її ще не підтверджено, ми надішлемо на неї нове посилання.
resend-confirm-email-submit = Надіслати лист

forgot-password-title = Забули пароль?
forgot-password-lead = Введіть свою електронну адресу. Якщо з нею пов’язано обліковий запис, ми надішлемо посилання для вибору нового пароля.
forgot-password-submit = Надіслати посилання

reset-password-title = Виберіть новий пароль
reset-password-lead = На всіх пристроях буде виконано вихід, і ви зможете ввійти з новим паролем.
reset-password-submit = Зберегти новий пароль

change-password-title = Зміна пароля
change-password-lead = Тут ви залишитеся в обліковому записі. На всіх інших пристроях буде виконано вихід.
change-password-submit = Змінити пароль

recovery-codes-title = Коди відновлення
recovery-codes-lead = Код відновлення допоможе ввійти до облікового запису, якщо у вас немає ні пароля, ні доступу до пошти. Кожен код діє один раз.
recovery-codes-left = { $left ->
    [0] Ви не маєте кодів відновлення.
    [one] Ви маєте { $left } невикористаний код.
    [few] Ви маєте { $left } невикористані коди.
    [many] Ви маєте { $left } невикористаних кодів.
   *[other] Ви маєте { $left } невикористаного коду.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Нові коди замінять наявні. Попередніми ще певний час можна буде повернути доступ до облікового запису.
recovery-codes-earlier = Попередніми кодами ще можна повернути доступ до облікового запису до { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Створені раніше коди більше не діють, бо сайт змінив свій ключ. Створіть нові.
recovery-codes-submit = Створити нові коди
recovery-codes-new-title = Збережіть коди відновлення
recovery-codes-new-lead = Роздрукуйте або запишіть їх і зберігайте там, де їх знайдете лише ви. Ця сторінка показує їх лише один раз.
recovery-codes-saved = Мої коди збережено

use-recovery-code-title = Введіть код відновлення
use-recovery-code-lead = Введіть один із кодів відновлення й виберіть новий пароль. На всіх інших пристроях буде виконано вихід.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Введіть замість пароля один із кодів відновлення. Використати його ще раз не вдасться.
use-recovery-code-submit = Зберегти новий пароль
use-recovery-code-submit-proof = Продовжити

second-step-title = Введіть код
second-step-lead = Відкрийте застосунок-автентифікатор і введіть код, який він показує.
second-step-lead-recovery = Введіть один із кодів відновлення. Використати його ще раз не можна.
second-step-submit = Увійти
second-step-other-recovery = Натомість використати код відновлення
second-step-other-app = Натомість використати застосунок-автентифікатор

authenticator-apps-title = Застосунки-автентифікатори
authenticator-apps-lead = Застосунок-автентифікатор кожні 30 секунд показує новий код. Ви вводите його під час входу, тож самого пароля вже недостатньо.
authenticator-apps-none = Ви ще не підключили застосунок.
authenticator-apps-unnamed = Застосунок-автентифікатор
authenticator-apps-created = Підключено
authenticator-apps-last-used = Останнє використання
authenticator-apps-rename = Зберегти назву
authenticator-apps-remove = Видалити
authenticator-apps-submit = Підключити застосунок
trusted-devices-title = Довірені пристрої
trusted-devices-lead = На цих пристроях для входу достатньо пароля.
trusted-devices-until = До
trusted-devices-forget = Знову запитувати код
set-up-totp-title = Підключіть застосунок
set-up-totp-lead = Відскануйте це зображення застосунком-автентифікатором. Потім введіть код, який він покаже.
set-up-totp-qr = QR-код для застосунку-автентифікатора
set-up-totp-open = Відкрити застосунок на цьому пристрої
set-up-totp-key = Не вдається відсканувати? Введіть цей ключ у застосунку:
set-up-totp-submit = Завершити підключення

export-data-title = Ваші дані
export-data-lead = Завантажте те, що цей сайт зберігає про вас: обліковий запис, профіль, пристрої та нещодавні події. Паролів та інших секретів там немає.
export-data-submit = Підготувати мої дані
export-data-underway = Ми готуємо ваші дані. Коли вони будуть готові, ви отримаєте лист.
# On the page and in the mail.
export-data-ready = Їх можна завантажити до: { $until }.
export-data-zip = Усе, разом із фотографією (ZIP)
export-data-json = Лише дані (JSON)

delete-account-title = Видалити обліковий запис
delete-account-lead = Обліковий запис буде видалено з усім, що до нього належить: профілем, адресами, фотографією та входами. Повернути його не можна.
delete-account-due = На всіх пристроях буде виконано вихід. Обліковий запис буде видалено: { $due }. До того часу ви можете ввійти й зберегти його.
delete-account-at-once = Обліковий запис видаляється відразу.
delete-account-submit = Видалити обліковий запис

keep-account-title = Зберегти обліковий запис?
keep-account-lead = Ваш обліковий запис буде видалено з усім, що до нього належить: { $due }.
keep-account-submit = Зберегти обліковий запис
# Goes on without deciding.
keep-account-elsewhere = Не зараз

change-username-title = Зміна імені користувача
change-username-lead = Підтвердьте зміну паролем.
change-username-submit = Змінити ім’я
edit-profile-title = Редагування профілю
edit-profile-submit = Зберегти
picture-title = Ваше фото
picture-lead = Його видно поруч із вашим іменем. Ми обріжемо його до квадрата й вилучимо з файлу всі зайві дані, наприклад місце зйомки.
picture-submit = Зберегти фото
picture-remove = Видалити фото
# Read aloud in place of somebody's picture.
picture-of = Фото профілю: { $name }

change-email-title = Зміна електронної адреси
change-email-lead = Ми надішлемо посилання на нову адресу. Доки ви його не відкриєте, обліковий запис матиме теперішню адресу: { $address }.
change-email-submit = Надіслати посилання

undo-email-change-title = Повернути обліковий запис
undo-email-change-lead = Натисніть кнопку, і обліковий запис знову буде пов’язано з адресою { $address }. Теперішній пароль перестане діяти, на всіх пристроях буде виконано вихід, а нещодавно додані адреси буде вилучено. Потім ви виберете новий пароль.
undo-email-change-submit = Це не я

## Email addresses

manage-emails-title = Ваші електронні адреси
manage-emails-lead = Листи про обліковий запис надходять на основну адресу. Увійти можна з будь-якою підтвердженою.
email-make-primary = Зробити основною
email-delete = Видалити
email-send-confirmation = Надіслати підтвердження
add-email-title = Додати адресу
add-email-lead = Ми надішлемо на неї посилання, щоб підтвердити, що вона ваша.
add-email-submit = Додати адресу

## Invitations

invite-title = Нове запрошення
invite-lead = Ми надішлемо електронною поштою запрошення на сайт { $app_name }.
invite-submit = Надіслати запрошення
invitations-title = Ваші запрошення
invitations-empty = Запрошень поки немає.
invitation-sent = Надіслано
invitation-open = Діє до { $date }
invitation-accepted = Прийнято
invitation-expired = Термін минув
invitation-revoked = Відкликано
invitation-resend = Надіслати знову
invitation-revoke = Відкликати
accept-invitation-title = Вас запрошують
accept-invitation-lead = Вас запрошують на сайт { $app_name }. Адреса в запрошенні: { $address }.
accept-invitation-lead-by = { $inviter } запрошує вас на сайт { $app_name }. Адреса в запрошенні: { $address }.
accept-invitation-signed-in = Поточний обліковий запис: { $name }.
accept-invitation-has-account = Ви вже маєте обліковий запис із цією адресою. Увійдіть, щоб прийняти запрошення.
accept-invitation-other-account = Запрошення призначено не для облікового запису { $name }. Якщо воно ваше, спершу вийдіть.
accept-invitation-submit = Прийняти запрошення
register-invited-lead = Вас запрошують на сайт { $app_name }.

## The profile

profile-title = Ваш профіль
profile-account = Обліковий запис
profile-emails = Пошта
profile-roles = Ролі
profile-member-since = Дата реєстрації
profile-manage-emails = Додавайте, видаляйте й підтверджуйте адреси та вибирайте, куди надходитимуть листи.
profile-change-email = Використовуйте для облікового запису іншу адресу.
profile-about = Про вас
profile-no-value = Не вказано
profile-yes = Так
profile-no = Ні
profile-edit = Змініть те, що тут показано.
profile-picture = Додайте фото поруч зі своїм іменем.
profile-change-username = Виберіть ім’я, під яким вас знають.
profile-change-password = Виберіть новий і вийдіть на всіх інших пристроях.
profile-recovery-codes = Поверніть собі доступ, якщо втратите і пароль, і пошту.
profile-authenticator-apps = Запитуйте під час входу код із телефону.
profile-sessions = Перегляньте свої пристрої та завершіть сеанси на незнайомих.
profile-invite = Надішліть запрошення електронною поштою.
profile-export-data = Завантажте те, що цей сайт зберігає про вас.
profile-delete-account = Видаліть обліковий запис і все, що в ньому є.
email-primary = Основна
email-confirmed = Підтверджено
email-unconfirmed = Не підтверджено

## Where you are signed in

sessions-title = Де виконано вхід
sessions-lead = У цих браузерах виконано вхід до вашого облікового запису. Якщо якийсь із них вам незнайомий, завершіть у ньому сеанс і змініть пароль.
session-current = Цей браузер
# Such as "Firefox on Linux".
browser-on = { $browser } ({ $system })
session-unknown-browser = Невідомий браузер
session-created = Вхід
session-last-seen = Остання активність
session-revoke = Завершити сеанс
sessions-revoke-others = Завершити всі інші сеанси

## The development mailbox

mailbox-title = Поштова скринька
mailbox-lead = Сюди потрапляють усі листи цього сайту для розробки.
mailbox-empty = Листів поки немає.
mailbox-from = Від
mailbox-to = Кому
mailbox-date = Дата
mailbox-faces = Вигляди цього листа
mailbox-face-text = Текст
mailbox-face-html = HTML
mailbox-face-source = Вихідний код
mailbox-links = Посилання в цьому листі

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Незрозумілий запит
problem-bad-request-advice = Із запитом щось не так. Поверніться назад і спробуйте ще раз.
problem-unauthenticated-title = Увійдіть до облікового запису
problem-unauthenticated-advice = Ця сторінка доступна лише після входу.
problem-sign-in-again-title = Введіть пароль ще раз
problem-sign-in-again-advice = Для цього пароль має бути введений нещодавно. Увійдіть ще раз і повторіть спробу.
problem-forbidden-title = Ця сторінка для вас недоступна
problem-forbidden-advice = Ваш обліковий запис не має доступу до цієї сторінки. Якщо ви вважаєте, що це помилка, зверніться до адміністрації сайту.
problem-csrf-title = Форма більше не дійсна
problem-csrf-advice = Задля безпеки форма діє обмежений час і лише в тому браузері, де її відкрили. Поверніться назад, оновіть сторінку й надішліть форму ще раз.
problem-cookies-title = Цьому сайту потрібні файли cookie
problem-cookies-advice = Ваш браузер їх не надіслав, тому ми не можемо знати, що форма надійшла від вас. Дозвольте cookie для цього сайту в налаштуваннях браузера, оновіть сторінку й надішліть форму ще раз.
problem-link-cookies-title = Цьому сайту потрібні файли cookie
problem-link-cookies-advice = Ваш браузер їх не надіслав, тому невідомо, якого посилання стосується ця сторінка. Дозвольте cookie для цього сайту в налаштуваннях браузера й відкрийте посилання з листа ще раз.
problem-not-found-title = Тут нічого немає
problem-not-found-advice = Можливо, в адресі помилка або сторінку переміщено.
problem-method-not-allowed-title = Тут це неможливо
problem-method-not-allowed-advice = Цю сторінку не можна використовувати в такий спосіб. Поверніться назад і спробуйте ще раз.
problem-too-large-title = Забагато даних
problem-too-large-advice = Надіслані дані більші, ніж ми приймаємо. Скоротіть їх і спробуйте ще раз.
problem-unsupported-media-type-title = Ми не можемо прочитати цей формат
problem-unsupported-media-type-advice = Дані надіслано у форматі, який тут не приймається.
problem-invalid-title = Не все вказано правильно
problem-invalid-advice = Поверніться назад і перевірте введені дані.
problem-too-many-requests-title = Забагато спроб
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Зачекайте трохи й спробуйте ще раз.
        [one] Зачекайте { $seconds } секунду і спробуйте ще раз.
        [few] Зачекайте { $seconds } секунди і спробуйте ще раз.
        [many] Зачекайте { $seconds } секунд і спробуйте ще раз.
       *[other] Зачекайте { $seconds } секунди і спробуйте ще раз.
    }
    [one] Зачекайте { $minutes } хвилину і спробуйте ще раз.
    [few] Зачекайте { $minutes } хвилини і спробуйте ще раз.
    [many] Зачекайте { $minutes } хвилин і спробуйте ще раз.
   *[other] Зачекайте { $minutes } хвилини і спробуйте ще раз.
}
problem-internal-title = Щось пішло не так
problem-internal-advice = Це наша помилка, а не ваша, і ми про неї вже знаємо. Спробуйте ще раз пізніше.
problem-unavailable-title = Сайт зараз перевантажений
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Спробуйте ще раз трохи пізніше.
        [one] Спробуйте ще раз через { $seconds } секунду.
        [few] Спробуйте ще раз через { $seconds } секунди.
        [many] Спробуйте ще раз через { $seconds } секунд.
       *[other] Спробуйте ще раз через { $seconds } секунди.
    }
    [one] Спробуйте ще раз через { $minutes } хвилину.
    [few] Спробуйте ще раз через { $minutes } хвилини.
    [many] Спробуйте ще раз через { $minutes } хвилин.
   *[other] Спробуйте ще раз через { $minutes } хвилини.
}

## The menu of the account pages

menu-you = Ви
menu-security = Безпека
menu-settings = Налаштування облікового запису
menu-where = Усі налаштування. Ви тут:
menu-profile = Профіль
menu-edit-profile = Особисті дані
menu-picture = Фото
menu-manage-emails = Електронні адреси
menu-change-email = Електронна адреса
menu-change-username = Ім’я користувача
menu-change-password = Пароль
menu-recovery-codes = Коди відновлення
menu-authenticator-apps = Застосунки-автентифікатори
menu-sessions = Ваші пристрої
menu-invite = Запрошення
menu-export-data = Ваші дані
menu-delete-account = Видалити обліковий запис
profile-change = Змінити
profile-change-picture = Змінити фото

## Coming in

sign-in-to = Вхід до { $app_name }
password-show = Показати пароль
check-email-title = Перевірте пошту
check-email-lead = Ми надіслали лист на адресу { $address }. Відкрийте посилання в ньому, щоб продовжити.
check-email-lead-resend = Якщо адресу { $address } ще не підтверджено, лист із новим посиланням уже в дорозі.
check-email-lead-reset = Якщо з адресою { $address } пов’язано обліковий запис, лист із посиланням уже в дорозі.
check-email-hint = Нічого не надійшло? Перевірте папку «Спам» або надішліть лист ще раз.
check-email-submit = Надіслати ще раз
check-email-other = Вказати іншу адресу
confirm-identity-title = Підтвердьте, що це ви
confirm-identity-lead = Ви змінюєте те, що захищає ваш обліковий запис. Введіть пароль, щоб продовжити.
confirm-identity-submit = Підтвердити
confirm-identity-cancel = Скасувати й повернутися

## The foot of the page

footer-help = Довідка
footer-privacy = Конфіденційність
footer-terms = Умови
footer-support = Звернутися до підтримки
problem-reference = Номер звернення: { $reference }
