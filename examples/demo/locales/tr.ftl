### The pages of the demo.

demo-home-title = Hesapları olan bir site
demo-home-lead = Buradaki her şey user-rs ile yapıldı. Bir hesap oluşturup etrafa göz atın.
demo-home-hello = Merhaba { $name }
demo-home-signed-in = Oturumunuz açık.
demo-home-pages = Bu sitenin sayfaları

demo-members-title = Üyeler
demo-members-who = Oturum açmış herkes için
demo-members-lead = Üyelerin arasına hoş geldiniz, { $name }.

demo-admin-title = Yönetim
demo-admin-who = “admin” rolü için
demo-admin-lead = “admin” rolünüz olduğu için bunu görebiliyorsunuz, { $name }.

demo-special-title = Özel sayfa
demo-special-who = “secret” rolüyle birlikte “sauce” veya “agent” rolü için
demo-special-lead = Buraya kadar gelen azdır, { $name }.

## Fields of the profile.

field-first-name = Ad
field-last-name = Soyadı
field-born = Doğum tarihi
field-drink = En sevilen içecek
field-drink-tea = Çay
field-drink-coffee = Kahve
field-drink-water = Su
field-motto = Motto
field-newsletter = Bülteni almak istiyorum
