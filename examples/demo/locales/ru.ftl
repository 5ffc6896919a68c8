### The pages of the demo.

demo-home-title = Сайт с аккаунтами
demo-home-lead = Всё здесь сделано с помощью user-rs. Создайте аккаунт и осмотритесь.
demo-home-hello = Здравствуйте, { $name }!
demo-home-signed-in = Вы вошли в аккаунт.
demo-home-pages = Страницы этого сайта

demo-members-title = Участники
demo-members-who = Для всех, кто вошёл в аккаунт
demo-members-lead = Добро пожаловать в число участников, { $name }.

demo-admin-title = Администрирование
demo-admin-who = Для роли «admin»
demo-admin-lead = { $name }, вы видите эту страницу, потому что у вас есть роль «admin».

demo-special-title = Особая страница
demo-special-who = Для роли «secret» вместе с «sauce» или «agent»
demo-special-lead = Немногие добираются сюда, { $name }.

## Fields of the profile.

field-first-name = Имя
field-last-name = Фамилия
field-born = Дата рождения
field-drink = Любимый напиток
field-drink-tea = Чай
field-drink-coffee = Кофе
field-drink-water = Вода
field-motto = Девиз
field-newsletter = Получать рассылку
