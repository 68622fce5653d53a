/**
 * HTML pages from templates, by JMustache: {@link spine.common.html.HtmlTemplate} renders a template that lies beside a class.
 * JMustache was chosen over FreeMarker because its bundle imports nothing, neither optionally nor dynamically, so that no
 * change of bundles makes it restart, and because its templates can read values and do nothing else. A bundle that uses this
 * package imports {@code com.samskivert.mustache}.
 */
package spine.common.html;
