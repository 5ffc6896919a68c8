//! wip
use user_core::ports::Renderer;
use user_render_handlebars::HandlebarsRenderer;

#[test]
fn what_is_built_in_has_no_fault() {
    let renderer = HandlebarsRenderer::builder().build().unwrap();

    assert_eq!(renderer.check(), Vec::<String>::new());
}
