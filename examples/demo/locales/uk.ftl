### The pages of the demo.

demo-home-title = Сайт з обліковими записами
demo-home-lead = Усе тут зроблено за допомогою user-rs. Створіть обліковий запис і роззирніться.
demo-home-hello = Добрий день, { $name }!
demo-home-signed-in = Ви ввійшли до облікового запису.
demo-home-pages = Сторінки цього сайту

demo-members-title = Учасники
demo-members-who = Для всіх, хто виконав вхід
demo-members-lead = Вітаємо серед учасників, { $name }.

demo-admin-title = Адміністрування
demo-admin-who = Для ролі «admin»
demo-admin-lead = { $name }, ви бачите цю сторінку, бо маєте роль «admin».

demo-special-title = Особлива сторінка
demo-special-who = Для ролі «secret» разом із «sauce» або «agent»
demo-special-lead = Небагато хто сюди дістається, { $name }.

## Fields of the profile.

field-first-name = Ім’я
field-last-name = Прізвище
field-born = Дата народження
field-drink = Улюблений напій
field-drink-tea = Чай
field-drink-coffee = Кава
field-drink-water = Вода
field-motto = Девіз
field-newsletter = Отримувати розсилку
