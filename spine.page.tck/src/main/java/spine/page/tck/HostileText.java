package spine.page.tck;

/** Words from outside that would do something if a page took them as they are. */
public final class HostileText {
    /** A script, a formula, and letters and marks that turn the direction of writing. */
    public static final String HOSTILE = "</style></script><script>window.ran=1</script><img src=x onerror='window.ran=1'>"
            + " =1+1 \u202e\u05d0\u05d1";
    /** As a page shows them: with the number of a mark that turns the direction in place of it. */
    public static final String SHOWN = HOSTILE.replace("\u202e", "\\u202e");

    private HostileText() {
    }
}
