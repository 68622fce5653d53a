package spine.common.text;

/** Text on its way into XML, SVG or HTML. */
public final class XmlText {

    private XmlText() {
    }

    /**
     * The text with everything escaped that has a meaning in content or in a quoted attribute. Control characters other than
     * tab and line feed, and the last two of Unicode's first plane, which XML does not allow, become spaces. Embeddings, overrides and
     * isolates (UAX 9), which would turn what follows the text too, are written by their numbers as {@link PlainText} writes them; letters
     * from right to left and their own marks stay.
     */
    public static String escape(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069' ->
                    safe.append("\\u").append(Integer.toHexString(c));
                default -> safe.append(c < ' ' && c != '\n' && c != '\t' || c >= '\uFFFE' ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
