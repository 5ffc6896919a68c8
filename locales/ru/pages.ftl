### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } — { $app_name }
page-title-faulty = Ошибка: { $title } — { $app_name }
skip-to-content = Перейти к содержанию
nav-account = Ваш аккаунт
nav-sign-in = Войти
nav-register = Регистрация
development = Разработка
development-mailbox = Письма не покидают этот компьютер.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Язык
languages-submit = Изменить

link-home = На главную
link-sign-in = Войти
link-register = Создать аккаунт
link-forgot-password = Забыли пароль?
link-resend-confirm-email = Не пришло письмо с подтверждением?
link-use-recovery-code = Использовать код восстановления
link-profile = Перейти в профиль
link-mailbox = Открыть почтовый ящик
link-back = Назад
link-back-to-sign-in = Вернуться ко входу
link-back-to-profile = Вернуться в профиль
link-back-to-mailbox = Все письма

## Fields

form-problems = Возникла проблема

field-username = Имя пользователя
field-username-or-email = Имя пользователя или адрес электронной почты
field-email = Адрес электронной почты
field-new-email = Новый адрес электронной почты
field-password = Пароль
field-retype-password = Пароль ещё раз
field-old-password = Текущий пароль
field-new-password = Новый пароль
field-new-username = Новое имя пользователя
field-recovery-code = Код восстановления
field-totp-code = Код из приложения
field-label = Название приложения или устройства
field-trust-device = Больше не спрашивать код на этом устройстве
field-account-name = Имя вашей учётной записи
field-remember-me = Запомнить меня на этом устройстве
field-language = Язык
# The first option: the language that the browser asks for.
field-language-automatic = Язык браузера
field-time-zone = Часовой пояс
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Фото
# The empty first option of a list.
field-choose = Выберите
# Stands after the label of a field that may stay empty.
field-optional = (необязательно)
hint-picture = PNG, JPEG, WebP или GIF, не больше { $megabytes ->
    [one] { $megabytes } мегабайта
    [few] { $megabytes } мегабайт
    [many] { $megabytes } мегабайт
   *[other] { $megabytes } мегабайта
} и { $pixels } × { $pixels } пикселей.
field-roles = Роли
field-role = Роль: { $role }

hint-username = От { $min } до { $max } символов: буквы, цифры, точки, дефисы или подчёркивания.
hint-password = Не менее { $min ->
    [one] { $min } символа.
    [few] { $min } символов.
    [many] { $min } символов.
   *[other] { $min } символа.
} Несколько не связанных между собой слов — надёжный пароль, который легко запомнить.
hint-recovery-code = Пятнадцать символов: буквы и цифры. Пробелы и дефисы не важны.
hint-totp-code = Шесть цифр, которые показывает приложение-аутентификатор.
hint-label = Чтобы различать ваши устройства, например «Мой телефон».
hint-trust-device = Дней: { $days }. Выбирайте это только на устройстве, которым больше никто не пользуется.
hint-account-name = Введите { $name } для подтверждения.

strength-very-weak = Надёжность: очень слабая
strength-weak = Надёжность: слабая
strength-fair = Надёжность: средняя
strength-good = Надёжность: хорошая
strength-strong = Надёжность: высокая

## Forms

register-title = Создание аккаунта
register-lead = Добро пожаловать на сайт { $app_name }.
register-submit = Создать аккаунт
register-elsewhere = Уже есть аккаунт?

sign-in-or-register-title = Войдите или создайте аккаунт

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Продолжить
continue-lead = Пароль подтверждён, а отправленные ранее данные сохранились. Нажмите кнопку, чтобы отправить их.
continue-submit = Продолжить

sign-in-title = Вход
sign-in-submit = Войти
sign-in-elsewhere = Ещё нет аккаунта?

sign-out-title = Выход
sign-out-lead = Выйти из аккаунта на сайте { $app_name } на этом устройстве?
sign-out-submit = Выйти

confirm-email-title = Подтверждение адреса почты
confirm-email-lead = Нажмите кнопку, и ваш адрес будет подтверждён.
confirm-email-lead-password = Этот адрес будет принадлежать учётной записи ниже. Введите её пароль, чтобы никто другой не присвоил ваш адрес.
confirm-email-lead-new-password = Эта учётная запись зарегистрирована с вашим адресом, возможно, вами в другом браузере. Введите выбранный тогда пароль. Если вы его не знаете, задайте новый: он заменит прежний и завершит все остальные сеансы.
confirm-email-registered = Зарегистрирована
confirm-email-browser = Браузер
confirm-email-submit = Подтвердить адрес

resend-confirm-email-title = Новое письмо с подтверждением
resend-confirm-email-lead = Введите адрес, указанный при регистрации. Если он ещё не подтверждён, мы отправим на него новую ссылку.
resend-confirm-email-submit = Отправить письмо

forgot-password-title = Забыли пароль?
forgot-password-lead = Введите адрес электронной почты. Если с ним связан аккаунт, мы отправим ссылку для выбора нового пароля.
forgot-password-submit = Отправить ссылку

reset-password-title = Выберите новый пароль
reset-password-lead = Вы выйдете из аккаунта на всех устройствах и сможете войти с новым паролем.
reset-password-submit = Сохранить новый пароль

change-password-title = Смена пароля
change-password-lead = Здесь вы останетесь в аккаунте. На всех остальных устройствах будет выполнен выход.
change-password-submit = Сменить пароль

recovery-codes-title = Коды восстановления
recovery-codes-lead = Код восстановления поможет войти в аккаунт, если у вас нет ни пароля, ни доступа к почте. Каждый код действует один раз.
recovery-codes-left = { $left ->
    [0] У вас нет кодов восстановления.
    [one] У вас { $left } неиспользованный код.
    [few] У вас { $left } неиспользованных кода.
    [many] У вас { $left } неиспользованных кодов.
   *[other] У вас { $left } неиспользованного кода.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Новые коды заменят нынешние. Какое-то время прежними ещё можно будет вернуть доступ к аккаунту.
recovery-codes-earlier = Прежними кодами ещё можно вернуть доступ к аккаунту до { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Созданные раньше коды больше не действуют: сайт сменил свой ключ. Создайте новые.
recovery-codes-submit = Создать новые коды
recovery-codes-new-title = Сохраните коды восстановления
recovery-codes-new-lead = Распечатайте или запишите их и храните там, где их найдёте только вы. Эта страница показывает их только один раз.
recovery-codes-saved = Мои коды сохранены

use-recovery-code-title = Введите код восстановления
use-recovery-code-lead = Введите один из кодов восстановления и выберите новый пароль. На всех остальных устройствах будет выполнен выход.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Введите вместо пароля один из кодов восстановления. Использовать его ещё раз не получится.
use-recovery-code-submit = Сохранить новый пароль
use-recovery-code-submit-proof = Продолжить

second-step-title = Введите код
second-step-lead = Откройте приложение-аутентификатор и введите код, который оно показывает.
second-step-lead-recovery = Введите один из кодов восстановления. Использовать его повторно нельзя.
second-step-submit = Войти
second-step-other-recovery = Использовать код восстановления
second-step-other-app = Использовать приложение-аутентификатор

authenticator-apps-title = Приложения-аутентификаторы
authenticator-apps-lead = Приложение-аутентификатор каждые 30 секунд показывает новый код. Вы вводите его при входе, и одного пароля уже недостаточно.
authenticator-apps-none = Вы ещё не подключили приложение.
authenticator-apps-unnamed = Приложение-аутентификатор
authenticator-apps-created = Подключено
authenticator-apps-last-used = Последнее использование
authenticator-apps-rename = Сохранить название
authenticator-apps-remove = Удалить
authenticator-apps-submit = Подключить приложение
trusted-devices-title = Доверенные устройства
trusted-devices-lead = На этих устройствах для входа достаточно пароля.
trusted-devices-until = До
trusted-devices-forget = Снова спрашивать код
set-up-totp-title = Подключите приложение
set-up-totp-lead = Отсканируйте это изображение приложением-аутентификатором. Затем введите код, который оно покажет.
set-up-totp-qr = QR-код для приложения-аутентификатора
set-up-totp-open = Открыть приложение на этом устройстве
set-up-totp-key = Не получается отсканировать? Введите этот ключ в приложении:
set-up-totp-submit = Завершить подключение

export-data-title = Ваши данные
export-data-lead = Скачайте то, что этот сайт хранит о вас: учётную запись, профиль, устройства и недавние события. Паролей и других секретов там нет.
export-data-submit = Подготовить мои данные
export-data-underway = Мы готовим ваши данные. Когда они будут готовы, вы получите письмо.
# On the page and in the mail.
export-data-ready = Их можно скачать до: { $until }.
export-data-zip = Всё, вместе с фотографией (ZIP)
export-data-json = Только данные (JSON)

delete-account-title = Удалить учётную запись
delete-account-lead = Учётная запись будет удалена со всем, что к ней относится: профилем, адресами, фотографией и входами. Вернуть её нельзя.
delete-account-due = На всех устройствах будет выполнен выход. Учётная запись будет удалена: { $due }. До этого вы можете войти и сохранить её.
delete-account-at-once = Учётная запись удаляется сразу.
delete-account-submit = Удалить учётную запись

keep-account-title = Сохранить учётную запись?
keep-account-lead = Ваша учётная запись будет удалена со всем, что к ней относится: { $due }.
keep-account-submit = Сохранить учётную запись
# Goes on without deciding.
keep-account-elsewhere = Не сейчас

change-username-title = Смена имени пользователя
change-username-lead = Подтвердите изменение паролем.
change-username-submit = Сменить имя
edit-profile-title = Изменение профиля
edit-profile-submit = Сохранить
picture-title = Ваше фото
picture-lead = Оно показывается рядом с вашим именем. Мы обрежем его до квадрата и удалим из файла все лишние данные, например место съёмки.
picture-submit = Сохранить фото
picture-remove = Удалить фото
# Read aloud in place of somebody's picture.
picture-of = Фото профиля: { $name }

change-email-title = Смена адреса электронной почты
change-email-lead = Мы отправим ссылку на новый адрес. Пока вы её не откроете, у аккаунта останется прежний адрес: { $address }.
change-email-submit = Отправить ссылку

undo-email-change-title = Вернуть аккаунт
undo-email-change-lead = Нажмите кнопку, и аккаунт снова будет связан с адресом { $address }. Нынешний пароль перестанет действовать, на всех устройствах будет выполнен выход, а недавно добавленные адреса будут удалены. Затем вы выберете новый пароль.
undo-email-change-submit = Это не я

## Email addresses

manage-emails-title = Ваши адреса электронной почты
manage-emails-lead = Письма об аккаунте приходят на основной адрес. Войти можно с любым подтверждённым.
email-make-primary = Сделать основным
email-delete = Удалить
email-send-confirmation = Отправить подтверждение
add-email-title = Добавить адрес
add-email-lead = Мы отправим на него ссылку, чтобы подтвердить, что он ваш.
add-email-submit = Добавить адрес

## Invitations

invite-title = Новое приглашение
invite-lead = Мы отправим по электронной почте приглашение на сайт { $app_name }.
invite-submit = Отправить приглашение
invitations-title = Ваши приглашения
invitations-empty = Приглашений пока нет.
invitation-sent = Отправлено
invitation-open = Действует до { $date }
invitation-accepted = Принято
invitation-expired = Истекло
invitation-revoked = Отозвано
invitation-resend = Отправить снова
invitation-revoke = Отозвать
accept-invitation-title = Вас приглашают
accept-invitation-lead = Вас приглашают на сайт { $app_name }. Адрес в приглашении: { $address }.
accept-invitation-lead-by = { $inviter } приглашает вас на сайт { $app_name }. Адрес в приглашении: { $address }.
accept-invitation-signed-in = Текущий аккаунт: { $name }.
accept-invitation-has-account = У вас уже есть аккаунт с этим адресом. Войдите, чтобы принять приглашение.
accept-invitation-other-account = Приглашение предназначено не для аккаунта { $name }. Если оно ваше, сначала выйдите из аккаунта.
accept-invitation-submit = Принять приглашение
register-invited-lead = Вас приглашают на сайт { $app_name }.

## The profile

profile-title = Ваш профиль
profile-account = Аккаунт
profile-emails = Почта
profile-roles = Роли
profile-member-since = Дата регистрации
profile-manage-emails = Добавляйте, удаляйте и подтверждайте адреса и выбирайте, куда приходят письма.
profile-change-email = Используйте для аккаунта другой адрес.
profile-about = О вас
profile-no-value = Не указано
profile-yes = Да
profile-no = Нет
profile-edit = Измените то, что здесь показано.
profile-picture = Добавьте фото рядом со своим именем.
profile-change-username = Выберите имя, под которым вас знают.
profile-change-password = Выберите новый и выйдите на всех остальных устройствах.
profile-recovery-codes = Верните себе доступ, если потеряете и пароль, и почту.
profile-authenticator-apps = Запрашивайте при входе код с телефона.
profile-sessions = Посмотрите свои устройства и завершите сеансы на незнакомых.
profile-invite = Отправьте приглашение по электронной почте.
profile-export-data = Скачайте то, что этот сайт хранит о вас.
profile-delete-account = Удалите учётную запись и всё, что в ней есть.
email-primary = Основной
email-confirmed = Подтверждён
email-unconfirmed = Не подтверждён

## Where you are signed in

sessions-title = Где выполнен вход
sessions-lead = В этих браузерах выполнен вход в ваш аккаунт. Если какой-то из них вам незнаком, завершите в нём сеанс и смените пароль.
session-current = Этот браузер
# Such as "Firefox on Linux".
browser-on = { $browser } ({ $system })
session-unknown-browser = Неизвестный браузер
session-created = Вход
session-last-seen = Последняя активность
session-revoke = Завершить сеанс
sessions-revoke-others = Завершить все остальные сеансы

## The development mailbox

mailbox-title = Почтовый ящик
mailbox-lead = Сюда попадают все письма этого сайта для разработки.
mailbox-empty = Писем пока нет.
mailbox-from = От
mailbox-to = Кому
mailbox-date = Дата
mailbox-faces = Виды этого письма
mailbox-face-text = Текст
mailbox-face-html = HTML
mailbox-face-source = Исходный код
mailbox-links = Ссылки в этом письме

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Запрос не понят
problem-bad-request-advice = С запросом что-то не так. Вернитесь назад и попробуйте ещё раз.
problem-unauthenticated-title = Войдите в аккаунт
problem-unauthenticated-advice = Эта страница доступна только после входа.
problem-sign-in-again-title = Введите пароль ещё раз
problem-sign-in-again-advice = Для этого пароль должен быть введён недавно. Войдите ещё раз и повторите попытку.
problem-forbidden-title = Эта страница вам недоступна
problem-forbidden-advice = У вашего аккаунта нет доступа к этой странице. Если вы считаете, что это ошибка, обратитесь к администрации сайта.
problem-csrf-title = Форма больше не действительна
problem-csrf-advice = В целях безопасности форма действует ограниченное время и только в том браузере, где её открыли. Вернитесь назад, обновите страницу и отправьте форму ещё раз.
problem-cookies-title = Этому сайту нужны файлы cookie
problem-cookies-advice = Ваш браузер их не отправил, поэтому мы не можем понять, что форма пришла от вас. Разрешите cookie для этого сайта в настройках браузера, обновите страницу и отправьте форму ещё раз.
problem-link-cookies-title = Этому сайту нужны файлы cookie
problem-link-cookies-advice = Ваш браузер их не отправил, поэтому неизвестно, к какой ссылке относится эта страница. Разрешите cookie для этого сайта в настройках браузера и откройте ссылку из письма ещё раз.
problem-not-found-title = Здесь ничего нет
problem-not-found-advice = Возможно, в адресе опечатка или страница переехала.
problem-method-not-allowed-title = Здесь это невозможно
problem-method-not-allowed-advice = Эту страницу нельзя использовать таким образом. Вернитесь назад и попробуйте ещё раз.
problem-too-large-title = Слишком много данных
problem-too-large-advice = Отправленные данные больше, чем мы принимаем. Сократите их и попробуйте ещё раз.
problem-unsupported-media-type-title = Мы не можем прочитать этот формат
problem-unsupported-media-type-advice = Данные отправлены в формате, который здесь не принимается.
problem-invalid-title = Не всё указано верно
problem-invalid-advice = Вернитесь назад и проверьте введённые данные.
problem-too-many-requests-title = Слишком много попыток
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Подождите немного и попробуйте ещё раз.
        [one] Подождите { $seconds } секунду и попробуйте ещё раз.
        [few] Подождите { $seconds } секунды и попробуйте ещё раз.
        [many] Подождите { $seconds } секунд и попробуйте ещё раз.
       *[other] Подождите { $seconds } секунды и попробуйте ещё раз.
    }
    [one] Подождите { $minutes } минуту и попробуйте ещё раз.
    [few] Подождите { $minutes } минуты и попробуйте ещё раз.
    [many] Подождите { $minutes } минут и попробуйте ещё раз.
   *[other] Подождите { $minutes } минуты и попробуйте ещё раз.
}
problem-internal-title = Что-то пошло не так
problem-internal-advice = Это наша ошибка, а не ваша, и мы о ней уже знаем. Попробуйте ещё раз позже.
problem-unavailable-title = Сайт сейчас перегружен
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Попробуйте ещё раз чуть позже.
        [one] Попробуйте ещё раз через { $seconds } секунду.
        [few] Попробуйте ещё раз через { $seconds } секунды.
        [many] Попробуйте ещё раз через { $seconds } секунд.
       *[other] Попробуйте ещё раз через { $seconds } секунды.
    }
    [one] Попробуйте ещё раз через { $minutes } минуту.
    [few] Попробуйте ещё раз через { $minutes } минуты.
    [many] Попробуйте ещё раз через { $minutes } минут.
   *[other] Попробуйте ещё раз через { $minutes } минуты.
}

## The menu of the account pages

menu-you = Вы
menu-security = Безопасность
menu-settings = Настройки аккаунта
menu-where = Все настройки. Вы здесь:
menu-profile = Профиль
menu-edit-profile = Личные данные
menu-picture = Фото
menu-manage-emails = Адреса электронной почты
menu-change-email = Адрес электронной почты
menu-change-username = Имя пользователя
menu-change-password = Пароль
menu-recovery-codes = Коды восстановления
menu-authenticator-apps = Приложения-аутентификаторы
menu-sessions = Ваши устройства
menu-invite = Приглашения
menu-export-data = Ваши данные
menu-delete-account = Удалить учётную запись
profile-change = Изменить
profile-change-picture = Изменить фото

## Coming in

sign-in-to = Вход в { $app_name }
password-show = Показать пароль
check-email-title = Проверьте почту
check-email-lead = Мы отправили письмо на адрес { $address }. Откройте ссылку из него, чтобы продолжить.
check-email-lead-resend = Если адрес { $address } ещё не подтверждён, письмо с новой ссылкой уже в пути.
check-email-lead-reset = Если с адресом { $address } связан аккаунт, письмо со ссылкой уже в пути.
check-email-hint = Ничего не пришло? Проверьте папку «Спам» или отправьте письмо ещё раз.
check-email-submit = Отправить ещё раз
check-email-other = Указать другой адрес
confirm-identity-title = Подтвердите, что это вы
confirm-identity-lead = Вы меняете то, что защищает ваш аккаунт. Введите пароль, чтобы продолжить.
confirm-identity-submit = Подтвердить
confirm-identity-cancel = Отменить и вернуться

## The foot of the page

footer-help = Справка
footer-privacy = Конфиденциальность
footer-terms = Условия
footer-support = Написать в поддержку
problem-reference = Номер обращения: { $reference }
