### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = 请填写此项。
username-too-short = 请至少使用 { $min } 个字符。
username-too-long = 请最多使用 { $max } 个字符。
username-bad-characters = 只能使用字母、数字、点、连字符和下划线。
username-malformed = 请以字母或数字开头和结尾。
username-reserved = 此名称由网站保留。请另选一个。
username-taken = 此名称已有人使用。请另选一个。
# Must not tell which of the two is wrong.
username-bad-credentials = 用户名或邮箱与密码不匹配。请检查后重试。
username-bad-credentials-or-unconfirmed = 用户名或邮箱与密码不匹配，或者该邮箱地址尚未验证。请检查两者，或重新获取验证链接。

email-required = 请填写此项。
email-too-long = 邮箱地址最多 { $max } 个字符。
email-malformed = 请输入完整的邮箱地址，例如 name@example.com。
email-not-ascii = 我们无法向 @ 前含有中文等非英文字符的邮箱发送邮件。请换一个邮箱地址。
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = 邮箱与密码不匹配。请检查后重试。
email-bad-credentials-or-unconfirmed = 邮箱与密码不匹配，或者该邮箱地址尚未验证。请检查两者，或重新获取验证链接。
email-taken = 此地址已在您的列表中。
email-too-many = 您的地址数量已达账号上限。请先移除一个。
email-same = 这已经是您账号的地址。

password-required = 请填写此项。
password-too-short = 请至少使用 { $min } 个字符。
password-too-long = 内容过长。请最多使用 { $max } 个字符。
password-too-common = 这是最容易被猜到的密码之一。请另选一个。
password-made-of-identity = 这与您的名字、地址或本站名称过于相似。请另选一个。
password-too-simple = 请至少包含一个大写字母、一个小写字母和一个数字。
password-wrong = 这不是该账号的密码。

retype-password-required = 请填写此项。
retype-password-mismatch = 与上面的密码不一致。

old-password-required = 请填写此项。
old-password-too-long = 这比本站的任何密码都长。请最多使用 { $max } 个字符。
old-password-wrong = 这不是您的当前密码。

recovery-code-required = 请填写此项。
recovery-code-malformed = 恢复代码由 15 位字母和数字组成。请检查您输入的内容。
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = 此代码与账号不匹配，或者该代码已使用过。请检查两者。
recovery-code-wrong = 您未使用的代码中没有这一个。

totp-code-required = 请填写此项。
totp-code-malformed = 验证码为 6 位数字，请检查您的输入。
totp-code-wrong = 这不是应用当前显示的验证码，请输入最新的验证码。
totp-code-used = 该验证码已使用过，请等待下一个。
totp-code-too-many = 应用数量已达账号上限，请先移除一个。

label-too-long = 名称过长，请使用较短的名称。

account-name-required = 请输入您的账户名称。
account-name-wrong = 这不是您的账户名称。

roles-bad-characters = 只能使用小写字母、数字、连字符和下划线。
roles-not-yours-to-give = 您无权将此角色授予他人。

# Fields that a site declares for itself.
profile-required = 请填写此项。
profile-too-long = 请最多使用 { $max } 个字符。
profile-too-short = 请至少使用 { $min } 个字符。
profile-too-small = 请输入不小于 { $min } 的值。
profile-too-large = 请输入不大于 { $max } 的值。
profile-malformed-number = 请输入数字。
profile-malformed-whole-number = 请输入整数。
profile-malformed-date = 请输入日期，例如 2001-12-31。
profile-too-early = 请输入 { $min } 或之后的日期。
profile-too-late = 请输入 { $max } 或之前的日期。
profile-not-a-choice = 请从选项中选择一个。
profile-changed-meanwhile = 此项已在另一个窗口中被修改。如需保留此处的内容，请重新提交表单。
profile-bad-characters = 请去掉无法显示的字符。
picture-required = 请先选择图片。
picture-too-large = 文件过大。请选择不超过 { $max } MB 的文件。
picture-too-many-pixels = 图片尺寸过大。请选择不超过 { $max } × { $max } 像素的图片。
picture-malformed = 无法将此文件识别为图片。请选择 PNG、JPEG、WebP 或 GIF 文件。

# Refusals of a form as a whole.
form-expired = 表单已失效。请检查后重新提交。
form-no-cookies = 本网站需要 Cookie，但您的浏览器没有发送。请允许本网站使用 Cookie，然后重新提交表单。
form-other-account = 此表单由其他用户填写，而当前登录的是 { $name }。填写的内容没有保留，请重新填写。
form-unconfirmed = 请先验证您的邮箱地址：打开我们发送的邮件中的链接。
form-disabled = 此账号已停用。请联系网站管理方。

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = 此内容未被接受（{ $id }）。
