//! What visitors do, step by step, and what must come of it.

use crate::mailbox::Mail;
use crate::page::Page;
use crate::visitor::Visitor;

impl Visitor {
    /// Registers, and is told that a mail is on its way.
    pub async fn registers(&self) -> Page {
        let page = self.tries_to_register().await;
        assert_eq!(page.status, 303, "{:?} {}", page.errors(), page.body);
        self.follows(page).await
    }

    /// Fills in the registration form, whatever comes of it.
    pub async fn tries_to_register(&self) -> Page {
        let typed = [
            ("username", self.username.as_str()),
            ("email", &self.email),
            ("password", &self.password),
            ("retype_password", &self.password),
        ];
        let form = self.opens("/user/register").await.form("/register");
        let asked: Vec<_> = typed.into_iter().filter(|(name, _)| form.has(name)).collect();
        self.sends(&form, &asked).await
    }

    /// Reads the next mail.
    pub async fn reads_mail(&mut self) -> Mail {
        let mail = self.mailbox.next(&self.email, self.read).await;
        self.read += 1;
        mail
    }

    /// Opens the link in the next mail and presses the button; lands signed in, this being the browser that
    /// registered.
    pub async fn confirms_from_mail(&mut self) -> Page {
        let mail = self.reads_mail().await;
        let link = mail.link("/confirm-email/").unwrap_or_else(|| panic!("no link in {mail:?}")).to_owned();
        self.confirms(&link).await
    }

    /// Opens a link to confirm an address, and presses the button.
    pub async fn confirms(&self, link: &str) -> Page {
        let page = self.goes_to(link).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let page = self.sends(&page.form("/confirm-email"), &[]).await;
        assert_eq!(page.status, 303, "{}", page.body);
        self.follows(page).await
    }

    /// Signs in for as long as the browser is open.
    pub async fn signs_in(&self) -> Page {
        let page = self.tries_to_sign_in(&self.password).await;
        assert_eq!(page.status, 303, "{:?} {}", page.errors(), page.body);
        self.follows(page).await
    }

    /// Signs in and stays signed in. The answer is the redirect itself, with its cookies.
    pub async fn signs_in_to_stay(&self) -> Page {
        let form = self.opens("/user/sign-in").await.form("/sign-in");
        let name = if form.has("username") { "username" } else { "email" };
        let typed = [(name, self.email.as_str()), ("password", &self.password), ("remember_me", "true")];
        let page = self.sends(&form, &typed).await;
        assert_eq!(page.status, 303, "{:?} {}", page.errors(), page.body);
        page
    }

    /// Fills in the sign-in form with this password, whatever comes of it.
    pub async fn tries_to_sign_in(&self, password: &str) -> Page {
        let form = self.opens("/user/sign-in").await.form("/sign-in");
        let typed = if form.has("username") { ("username", &self.username) } else { ("email", &self.email) };
        self.sends(&form, &[(typed.0, typed.1.as_str()), ("password", password)]).await
    }

    /// Registers, confirms and is signed in: somebody whom the site knows.
    pub async fn settles_in(&mut self) {
        self.registers().await;
        self.confirms_from_mail().await;
        assert!(self.is_signed_in().await);
    }

    /// Changes the password, and knows the new one from then on.
    pub async fn changes_password(&mut self, new: &str) -> Page {
        let typed =
            [("old_password", self.password.as_str()), ("new_password", new), ("retype_password", new)];
        let page = self.fills_in("/user/change-password", &typed).await;
        assert_eq!(page.status, 303, "{:?} {}", page.errors(), page.body);
        new.clone_into(&mut self.password);
        self.follows(page).await
    }

    /// Asks for a link to set a new password.
    pub async fn forgets_password(&self) -> Page {
        let page = self.fills_in("/user/forgot-password", &[("email", &self.email)]).await;
        assert_eq!(page.status, 303, "{:?} {}", page.errors(), page.body);
        self.follows(page).await
    }

    /// Opens the link in the next mail and sets a new password.
    pub async fn resets_from_mail(&mut self, new: &str) -> Page {
        let mail = self.reads_mail().await;
        let link = mail.link("/reset-password/").unwrap_or_else(|| panic!("no link in {mail:?}")).to_owned();
        let page = self.goes_to(&link).await;
        let typed = [("new_password", new), ("retype_password", new)];
        let page = self.sends(&page.form("/reset-password"), &typed).await;
        assert_eq!(page.status, 303, "{:?} {}", page.errors(), page.body);
        new.clone_into(&mut self.password);
        self.follows(page).await
    }

    /// Presses the button that is on every page.
    pub async fn signs_out(&self) -> Page {
        let form = self.opens("/").await.form("/sign-out");
        let page = self.sends(&form, &[]).await;
        assert_eq!(page.status, 303, "{}", page.body);
        self.follows(page).await
    }

    /// Whether the members' page is theirs to see.
    pub async fn is_signed_in(&self) -> bool {
        self.opens("/members").await.status == 200
    }
}
