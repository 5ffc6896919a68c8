### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = 错误：{ $title } – { $app_name }
skip-to-content = 跳到正文
nav-account = 您的账号
nav-sign-in = 登录
nav-register = 注册
development = 开发环境
development-mailbox = 邮件不会离开本机。
# The form at the foot of the page: a list of languages, and a button.
languages-label = 语言
languages-submit = 更改

link-home = 前往首页
link-sign-in = 登录
link-register = 注册账号
link-forgot-password = 忘记密码？
link-resend-confirm-email = 没收到验证邮件？
link-use-recovery-code = 使用恢复代码
link-profile = 前往个人资料
link-mailbox = 打开收件箱
link-back = 返回
link-back-to-sign-in = 返回登录
link-back-to-profile = 返回个人资料
link-back-to-mailbox = 全部邮件

## Fields

form-problems = 填写的内容有误

field-username = 用户名
field-username-or-email = 用户名或邮箱地址
field-email = 邮箱地址
field-new-email = 新邮箱地址
field-password = 密码
field-retype-password = 再次输入密码
field-old-password = 当前密码
field-new-password = 新密码
field-new-username = 新用户名
field-recovery-code = 恢复代码
field-totp-code = 应用中的验证码
field-label = 应用或设备的名称
field-trust-device = 在此设备上不再要求输入验证码
field-account-name = 您的账户名称
field-remember-me = 在此设备上保持登录
field-language = 语言
# The first option: the language that the browser asks for.
field-language-automatic = 跟随浏览器语言
field-time-zone = 时区
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = 头像
# The empty first option of a list.
field-choose = 请选择
# Stands after the label of a field that may stay empty.
field-optional = （选填）
hint-picture = PNG、JPEG、WebP 或 GIF，不超过 { $megabytes } MB，尺寸不超过 { $pixels } × { $pixels } 像素。
field-roles = 角色
field-role = 角色：{ $role }

hint-username = { $min } 到 { $max } 个字符，可用字母、数字、点、连字符或下划线。
hint-password = 至少 { $min } 个字符。用几个互不相关的词组合，既安全又好记。
hint-recovery-code = 15 位字母和数字。空格和连字符可有可无。
hint-totp-code = 验证器应用显示的 6 位数字。
hint-label = 方便您区分各个设备，例如“我的手机”。
hint-trust-device = 天数：{ $days }。请仅在无人共用的设备上选择此项。
hint-account-name = 请输入 { $name } 以确认。

strength-very-weak = 强度：非常弱
strength-weak = 强度：弱
strength-fair = 强度：一般
strength-good = 强度：良好
strength-strong = 强度：强

## Forms

register-title = 注册账号
register-lead = 欢迎来到 { $app_name }。
register-submit = 注册
register-elsewhere = 已有账号？

sign-in-or-register-title = 登录或注册

# After the password was asked for again: what was posted before is sent by a button.
continue-title = 继续
continue-lead = 密码已确认，您之前提交的内容仍然保留。按下按钮即可发送。
continue-submit = 继续

sign-in-title = 登录
sign-in-submit = 登录
sign-in-elsewhere = 还没有账号？

sign-out-title = 退出登录
sign-out-lead = 要在此设备上退出 { $app_name } 吗？
sign-out-submit = 退出登录

confirm-email-title = 验证您的邮箱地址
confirm-email-lead = 点击按钮即可完成验证。
confirm-email-lead-password = 此邮箱地址将属于下面的账号。请输入该账号的密码，以免他人占用您的地址。
confirm-email-lead-new-password = 该账号是用您的邮箱地址注册的，也许是您在另一个浏览器中注册的。请输入当时设置的密码。如果您不知道，请设置新密码：它将取代原密码，并退出所有其他登录。
confirm-email-registered = 注册时间
confirm-email-browser = 浏览器
confirm-email-submit = 验证邮箱地址

resend-confirm-email-title = 重新获取验证邮件
resend-confirm-email-lead = 请输入注册时使用的邮箱地址。如果该地址尚待验证，我们会发送新的链接。
resend-confirm-email-submit = 发送邮件

forgot-password-title = 忘记密码？
forgot-password-lead = 请输入您的邮箱地址。如果该地址有对应的账号，我们会发送用于设置新密码的链接。
forgot-password-submit = 发送链接

reset-password-title = 设置新密码
reset-password-lead = 您将在所有设备上退出登录，之后可使用新密码登录。
reset-password-submit = 保存新密码

change-password-title = 修改密码
change-password-lead = 此处将保持登录，其他所有设备都会退出登录。
change-password-submit = 修改密码

recovery-codes-title = 恢复代码
recovery-codes-lead = 如果您既没有密码，也无法使用邮箱，可以用恢复代码进入账号。每个代码仅可使用一次。
recovery-codes-left = { $left ->
    [0] 您没有恢复代码。
   *[other] 您有 { $left } 个未使用的代码。
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = 新代码会取代您现有的代码。旧代码在一段时间内仍可用来找回账号。
recovery-codes-earlier = 在 { $until } 之前，您仍可用之前的代码找回账号。
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = 本网站更换了密钥，您之前创建的代码已失效。请创建新的代码。
recovery-codes-submit = 生成新代码
recovery-codes-new-title = 保存您的恢复代码
recovery-codes-new-lead = 请打印或抄写下来，存放在只有您能找到的地方。代码只在此页面显示一次。
recovery-codes-saved = 我已保存代码

use-recovery-code-title = 使用恢复代码
use-recovery-code-lead = 请输入一个恢复代码，并设置新密码。您将在其他所有设备上退出登录。
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = 请输入一个恢复代码来代替密码。该代码使用后即失效。
use-recovery-code-submit = 保存新密码
use-recovery-code-submit-proof = 继续

second-step-title = 输入验证码
second-step-lead = 请打开验证器应用，输入其中显示的验证码。
second-step-lead-recovery = 请输入一个恢复代码。该代码使用后即失效。
second-step-submit = 登录
second-step-other-recovery = 改用恢复代码
second-step-other-app = 改用验证器应用

authenticator-apps-title = 验证器应用
authenticator-apps-lead = 验证器应用每 30 秒显示一个新的验证码。登录时需要输入它，这样仅凭密码无法登录。
authenticator-apps-none = 您尚未设置应用。
authenticator-apps-unnamed = 验证器应用
authenticator-apps-created = 设置时间
authenticator-apps-last-used = 上次使用
authenticator-apps-rename = 保存名称
authenticator-apps-remove = 移除
authenticator-apps-submit = 设置应用
trusted-devices-title = 受信任的设备
trusted-devices-lead = 在这些设备上，仅凭密码即可登录。
trusted-devices-until = 有效期至
trusted-devices-forget = 重新要求验证码
set-up-totp-title = 设置您的应用
set-up-totp-lead = 请用验证器应用扫描此图片，然后输入其中显示的验证码。
set-up-totp-qr = 供验证器应用使用的二维码
set-up-totp-open = 在此设备上打开应用
set-up-totp-key = 无法扫描？请在应用中输入此密钥：
set-up-totp-submit = 完成设置

export-data-title = 您的数据
export-data-lead = 下载本网站保存的有关您的信息：账户、个人资料、设备和近期活动。其中不含密码和其他机密信息。
export-data-submit = 准备我的数据
export-data-underway = 我们正在准备您的数据。准备好后，您会收到邮件。
# On the page and in the mail.
export-data-ready = 下载截止时间：{ $until }。
export-data-zip = 全部内容，含头像（ZIP）
export-data-json = 仅数据（JSON）

delete-account-title = 删除账户
delete-account-lead = 您的账户及其所有内容都将被删除：个人资料、邮箱地址、头像和登录记录。删除后无法恢复。
delete-account-due = 您将在所有设备上退出登录。账户将在以下时间删除：{ $due }。在此之前，您可以登录并保留账户。
delete-account-at-once = 账户将立即删除。
delete-account-submit = 删除账户

keep-account-title = 要保留您的账户吗？
keep-account-lead = 您的账户及其所有内容即将被删除：{ $due }。
keep-account-submit = 保留账户
# Goes on without deciding.
keep-account-elsewhere = 暂不

change-username-title = 修改用户名
change-username-lead = 请输入密码以确认修改。
change-username-submit = 修改用户名
edit-profile-title = 编辑个人资料
edit-profile-submit = 保存
picture-title = 您的头像
picture-lead = 头像显示在您的名字旁边。我们会将图片裁成正方形，并清除文件中的其他信息，例如拍摄地点。
picture-submit = 保存头像
picture-remove = 移除头像
# Read aloud in place of somebody's picture.
picture-of = { $name } 的头像

change-email-title = 更换邮箱地址
change-email-lead = 我们会向新地址发送一个链接。在您打开该链接之前，账号仍使用当前地址 { $address }。
change-email-submit = 发送链接

undo-email-change-title = 取回您的账号
undo-email-change-lead = 点击按钮后，您的账号将重新使用 { $address }。当前密码会失效，所有设备都会退出登录，最近添加的地址会被移除。然后请设置新密码。
undo-email-change-submit = 不是我操作的

## Email addresses

manage-emails-title = 您的邮箱地址
manage-emails-lead = 账号相关邮件会发送到主邮箱。任何已验证的地址都可用于登录。
email-make-primary = 设为主邮箱
email-delete = 移除
email-send-confirmation = 发送验证邮件
add-email-title = 添加邮箱地址
add-email-lead = 我们会向该地址发送链接，用于确认它属于您。
add-email-submit = 添加地址

## Invitations

invite-title = 邀请他人
invite-lead = 我们会通过邮件发送加入 { $app_name } 的邀请。
invite-submit = 发送邀请
invitations-title = 您发出的邀请
invitations-empty = 您还没有邀请过任何人。
invitation-sent = 发送时间
invitation-open = 待接受，{ $date } 截止
invitation-accepted = 已接受
invitation-expired = 已过期
invitation-revoked = 已撤回
invitation-resend = 重新发送
invitation-revoke = 撤回
accept-invitation-title = 您收到了邀请
accept-invitation-lead = 您受邀以 { $address } 加入 { $app_name }。
accept-invitation-lead-by = { $inviter } 邀请您以 { $address } 加入 { $app_name }。
accept-invitation-signed-in = 您当前登录的账号是 { $name }。
accept-invitation-has-account = 该地址已有账号。请登录后接受邀请。
accept-invitation-other-account = 此邀请不是发给 { $name } 的。如果它是给您的，请先退出登录。
accept-invitation-submit = 接受邀请
register-invited-lead = 您受邀加入 { $app_name }。

## The profile

profile-title = 您的个人资料
profile-account = 账号
profile-emails = 邮箱
profile-roles = 角色
profile-member-since = 注册时间
profile-manage-emails = 添加、移除或验证邮箱地址，并选择接收邮件的地址。
profile-change-email = 为账号更换邮箱地址。
profile-about = 关于您
profile-no-value = 未填写
profile-yes = 是
profile-no = 否
profile-edit = 修改此处显示的内容。
profile-picture = 在名字旁边显示头像。
profile-change-username = 选择他人看到的用户名。
profile-change-password = 设置新密码，并让其他所有设备退出登录。
profile-recovery-codes = 密码和邮箱都无法使用时，重新进入账号。
profile-authenticator-apps = 登录时要求输入手机上的验证码。
profile-sessions = 查看您的设备，让不认识的设备退出登录。
profile-invite = 通过邮件发送邀请。
profile-export-data = 下载本网站保存的有关您的信息。
profile-delete-account = 删除您的账户及其所有内容。
email-primary = 主邮箱
email-confirmed = 已验证
email-unconfirmed = 未验证

## Where you are signed in

sessions-title = 登录中的设备
sessions-lead = 以下浏览器已登录您的账号。如有不认识的，请让它退出登录，并修改密码。
session-current = 当前浏览器
# Such as "Firefox on Linux".
browser-on = { $system } 上的 { $browser }
session-unknown-browser = 未知浏览器
session-created = 登录时间
session-last-seen = 最近活动
session-revoke = 退出登录
sessions-revoke-others = 退出其他所有登录

## The development mailbox

mailbox-title = 收件箱
mailbox-lead = 此开发站点的所有邮件都会送到这里。
mailbox-empty = 暂无邮件。
mailbox-from = 发件人
mailbox-to = 收件人
mailbox-date = 日期
mailbox-faces = 邮件的查看方式
mailbox-face-text = 纯文本
mailbox-face-html = HTML
mailbox-face-source = 源代码
mailbox-links = 邮件中的链接

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = 无法理解此请求
problem-bad-request-advice = 请求有误。请返回后重试。
problem-unauthenticated-title = 请先登录
problem-unauthenticated-advice = 此页面仅供已登录的用户访问。
problem-sign-in-again-title = 请再次输入密码
problem-sign-in-again-advice = 此操作要求您刚刚输入过密码。请重新登录，然后再试。
problem-forbidden-title = 您无权访问此页面
problem-forbidden-advice = 您的账号无权查看此页面。如果您认为有误，请联系网站管理方。
problem-csrf-title = 表单已失效
problem-csrf-advice = 为了您的安全，表单只在一段时间内、且只能在打开它的浏览器中使用。请返回并刷新页面，然后重新提交。
problem-cookies-title = 本网站需要 Cookie
problem-cookies-advice = 您的浏览器没有发送 Cookie，因此我们无法确认表单来自您。请在浏览器设置中允许本网站使用 Cookie，刷新页面后重新提交表单。
problem-link-cookies-title = 本网站需要 Cookie
problem-link-cookies-advice = 您的浏览器没有发送 Cookie，因此本页面无法得知对应哪个链接。请在浏览器设置中允许本网站使用 Cookie，然后重新打开邮件中的链接。
problem-not-found-title = 页面不存在
problem-not-found-advice = 地址可能输入有误，或页面已移走。
problem-method-not-allowed-title = 此处不支持该操作
problem-method-not-allowed-advice = 此页面不能以这种方式使用。请返回后重试。
problem-too-large-title = 内容过大
problem-too-large-advice = 提交的内容超出了允许的大小。请缩减后重试。
problem-unsupported-media-type-title = 无法读取该格式
problem-unsupported-media-type-advice = 此处不接受所提交内容的格式。
problem-invalid-title = 部分内容有误
problem-invalid-advice = 请返回并检查您填写的内容。
problem-too-many-requests-title = 尝试次数过多
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] 请稍候再试。
       *[other] 请等待 { $seconds } 秒后再试。
    }
   *[other] 请等待 { $minutes } 分钟后再试。
}
problem-internal-title = 出错了
problem-internal-advice = 这是我们的问题，与您无关，错误已记录。请稍后再试。
problem-unavailable-title = 系统繁忙
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] 请稍后再试。
       *[other] 请在 { $seconds } 秒后再试。
    }
   *[other] 请在 { $minutes } 分钟后再试。
}

## The menu of the account pages

menu-you = 您
menu-security = 安全
menu-settings = 账号设置
menu-where = 所有设置。您在这里：
menu-profile = 个人资料
menu-edit-profile = 个人信息
menu-picture = 头像
menu-manage-emails = 邮箱地址
menu-change-email = 邮箱地址
menu-change-username = 用户名
menu-change-password = 密码
menu-recovery-codes = 恢复代码
menu-authenticator-apps = 验证器应用
menu-sessions = 您的设备
menu-invite = 邀请
menu-export-data = 您的数据
menu-delete-account = 删除账户
profile-change = 更改
profile-change-picture = 更换头像

## Coming in

sign-in-to = 登录 { $app_name }
password-show = 显示密码
check-email-title = 请查收邮件
check-email-lead = 我们已向 { $address } 发送邮件。请打开其中的链接继续。
check-email-lead-resend = 如果 { $address } 尚未验证，含有新链接的邮件即将送达。
check-email-lead-reset = 如果 { $address } 有对应的账号，含有链接的邮件即将送达。
check-email-hint = 没有收到？请查看垃圾邮件，或重新发送。
check-email-submit = 重新发送
check-email-other = 使用其他地址
confirm-identity-title = 请确认是您本人
confirm-identity-lead = 您即将更改保护账号的设置。请输入密码以继续。
confirm-identity-submit = 确认
confirm-identity-cancel = 取消并返回

## The foot of the page

footer-help = 帮助
footer-privacy = 隐私
footer-terms = 条款
footer-support = 联系支持
problem-reference = 参考编号：{ $reference }
