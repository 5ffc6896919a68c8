### The pages of the demo.

demo-home-title = سایتی با حساب کاربری
demo-home-lead = همه چیز در اینجا با user-rs ساخته شده است. حسابی بسازید و گشتی بزنید.
demo-home-hello = سلام { $name }
demo-home-signed-in = وارد شده‌اید.
demo-home-pages = صفحه‌های این سایت

demo-members-title = اعضا
demo-members-who = برای همهٔ کسانی که وارد شده‌اند
demo-members-lead = { $name }، به جمع اعضا خوش آمدید.

demo-admin-title = مدیریت
demo-admin-who = برای نقش «admin»
demo-admin-lead = { $name }، این را می‌بینید چون نقش «admin» دارید.

demo-special-title = صفحهٔ ویژه
demo-special-who = برای نقش «secret» همراه با «sauce» یا «agent»
demo-special-lead = کمتر کسی تا اینجا می‌آید، { $name }.

## Fields of the profile.

field-first-name = نام
field-last-name = نام خانوادگی
field-born = تاریخ تولد
field-drink = نوشیدنی دلخواه
field-drink-tea = چای
field-drink-coffee = قهوه
field-drink-water = آب
field-motto = شعار
field-newsletter = خبرنامه را برای من بفرستید
