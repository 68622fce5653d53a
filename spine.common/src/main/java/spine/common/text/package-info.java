/**
 * Numbers and text for files that people and programs read. {@link spine.common.text.Decimals} writes numbers the same way in
 * every locale, {@link spine.common.text.XmlText} makes text safe for XML and HTML, and {@link spine.common.text.PlainText}
 * for terminals, logs and sentences that quote it.
 */
package spine.common.text;
