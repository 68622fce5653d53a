package spine.common.svg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleFunction;
import spine.common.text.XmlText;

/**
 * Writes a drawing in SVG, element by element: {@link #open}, its {@linkplain #with attributes}, its content, {@link #close}.
 * Text and attribute values are escaped; numbers are written by the one format that the drawing is made with. Not for use by
 * several threads.
 */
public final class SvgWriter {
    private final DoubleFunction<String> numbers;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> elements = new ArrayDeque<>();
    /** Whether the start tag of the innermost element still takes attributes. */
    private boolean inTag;

    /** @param numbers how coordinates and lengths are written, with a point and without exponent */
    public SvgWriter(DoubleFunction<String> numbers) {
        this.numbers = numbers;
    }

    /** Begins an element inside the innermost open one. */
    public SvgWriter open(String element) {
        endTag();
        text.append('<').append(element);
        elements.push(element);
        inTag = true;
        return this;
    }

    /** Adds an attribute to the element that was opened last, which has no content yet. */
    public SvgWriter with(String attribute, String value) {
        if (!inTag) {
            throw new IllegalStateException("No element takes the attribute " + attribute + " here.");
        }
        text.append(' ').append(attribute).append("=\"").append(XmlText.escape(value)).append('"');
        return this;
    }

    /** Adds an attribute in the number format of the drawing. */
    public SvgWriter with(String attribute, double value) {
        return with(attribute, number(value));
    }

    /** Adds a whole number as an attribute. */
    public SvgWriter with(String attribute, int value) {
        return with(attribute, Integer.toString(value));
    }

    /** A number in the format of the drawing, for attributes that hold several. */
    public String number(double value) {
        return numbers.apply(value);
    }

    /** Adds text to the innermost open element. */
    public SvgWriter text(String words) {
        endTag();
        text.append(XmlText.escape(words));
        return this;
    }

    /** Ends the innermost open element. */
    public SvgWriter close() {
        String element = elements.pop();
        text.append(inTag ? "/>" : "</" + element + ">");
        inTag = false;
        return this;
    }

    /** An element with text and without attributes, such as {@code title}. */
    public SvgWriter element(String element, String words) {
        return open(element).text(words).close();
    }

    /** Begins a new line between elements, for those who read the file. */
    public SvgWriter newLine() {
        endTag();
        text.append('\n');
        return this;
    }

    /** What was written so far; a complete drawing once all elements are closed. */
    @Override
    public String toString() {
        return text.toString();
    }

    private void endTag() {
        if (inTag) {
            text.append('>');
            inTag = false;
        }
    }
}
