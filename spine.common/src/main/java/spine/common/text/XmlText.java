package spine.common.text;

/** Text on its way into XML, SVG or HTML. */
public final class XmlText {

    private XmlText() {
    }

    /**
     * The text with everything escaped that has a meaning in content or in a quoted attribute. Control characters other than
     * tab and line feed, and the last two of Unicode's first plane, which XML does not allow, become spaces.
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
                default -> safe.append(c < ' ' && c != '\n' && c != '\t' || c >= '\uFFFE' ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
