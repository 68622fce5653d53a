package spine.report.internal.page;

import spine.common.page.PageAsset;

/** The style sheets of pages: {@code base.css} has what all share (colours, type, tables, controls, print). */
public final class PageStyle {

    private PageStyle() {
    }

    /** @param name of the page's own style sheet, a resource beside {@code place}; it can override what all share */
    public static PageAsset with(Class<?> place, String name) {
        return PageAsset.of(PageStyle.class, "base.css").with(PageAsset.of(place, name));
    }
}
