/**
 * Numbers and text for files that people and programs read. {@link spine.common.text.Decimals} writes numbers the same way in
 * every locale, and {@link spine.common.text.XmlText} makes text safe for XML and HTML.
 */
package spine.common.text;
