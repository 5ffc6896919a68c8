### The pages of the demo.

demo-home-title = 带账号功能的网站
demo-home-lead = 这里的一切都由 user-rs 实现。注册一个账号，四处看看吧。
demo-home-hello = { $name }，您好
demo-home-signed-in = 您已登录。
demo-home-pages = 本站页面

demo-members-title = 会员
demo-members-who = 面向所有已登录的用户
demo-members-lead = { $name }，欢迎加入会员行列。

demo-admin-title = 管理
demo-admin-who = 面向角色“admin”
demo-admin-lead = { $name }，您能看到此页，是因为您拥有角色“admin”。

demo-special-title = 特别页面
demo-special-who = 面向同时拥有角色“secret”与“sauce”或“agent”的用户
demo-special-lead = { $name }，能走到这里的人不多。

## Fields of the profile.

field-first-name = 名字
field-last-name = 姓氏
field-born = 出生日期
field-drink = 最喜欢的饮料
field-drink-tea = 茶
field-drink-coffee = 咖啡
field-drink-water = 水
field-motto = 座右铭
field-newsletter = 接收新闻邮件
