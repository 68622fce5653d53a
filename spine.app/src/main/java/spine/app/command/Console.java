package spine.app.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;

import spine.api.Progress;
import spine.common.text.PlainText;
import spine.common.text.Sentence;

/**
 * Where a command speaks: results on one stream, everything else on the other, progress only for a person who watches. Progress and notes
 * may come from any thread, the rest from that of the command. Whatever is said may hold text from outside: what a terminal would obey
 * and not show is written as {@code U+001B} in the way of Java.
 */
public final class Console implements Progress {
    private static final String CLEAR_LINE = "\r\033[K";
    private static final int NOTED = 10;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final boolean interactive;
    private boolean quiet;
    private boolean json;
    private boolean progressShown;
    private String subject = "";

    /**
     * Without input.
     *
     * @param terminal whether {@code err} is a terminal
     */
    public Console(PrintStream out, PrintStream err, boolean terminal) {
        this(InputStream.nullInputStream(), out, err, terminal, false);
    }

    /**
     * @param terminal whether {@code err} is a terminal
     * @param interactive whether a person writes {@code in} and reads {@code out}
     */
    public Console(InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean interactive) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.interactive = interactive;
    }

    /** Once the arguments are known. */
    public void configure(boolean quietly, boolean asJson) {
        this.quiet = quietly;
        this.json = asJson;
    }

    /** Whether results are wanted as JSON. */
    public boolean json() {
        return json;
    }

    /** What the user types. */
    public InputStream in() {
        return in;
    }

    /** Whether a person writes the input and reads the output, so that a prompt is of use. */
    public boolean interactive() {
        return interactive;
    }

    /** For results that are not lines. */
    public PrintStream out() {
        clear();
        return out;
    }

    /** For everything that is no result. */
    public PrintStream err() {
        clear();
        return err;
    }

    /** One line of the result, or several. */
    public void result(String line) {
        clear();
        out.println(PlainText.lines(line));
    }

    /** One sentence on what went wrong; said even when quiet. */
    public void complain(String sentence) {
        clear();
        err.println("spine: " + PlainText.line(Sentence.of(sentence)));
    }

    /** One sentence for a person, which is not the result. */
    @Override
    public void note(String sentence) {
        if (!quiet) {
            clear();
            err.println(PlainText.line(sentence));
        }
    }

    /**
     * Of several things that are done one after the other, so many are done: the next steps are about the next one. To be called before
     * each and after the last; every tenth leaves a line for a log.
     *
     * @param one what they are, such as "study"
     * @param many the same in the plural
     */
    public void done(int number, int count, String one, String many) {
        if (number > 0 && number % NOTED == 0) {
            note(number + " of " + count + " " + many + " done");
        }
        subject(number < count ? one + " " + (number + 1) + " of " + count + ": " : "");
    }

    /** What the next steps are about, such as the number of the study. */
    public void subject(String words) {
        subject = words;
    }

    @Override
    public synchronized void at(String step, double done) {
        if (terminal && !quiet) {
            String share = done > 0 ? String.format(Locale.ROOT, " %3.0f %%", done * 100) : "";
            err.print(CLEAR_LINE + PlainText.line(subject + step) + share);
            err.flush();
            progressShown = true;
        }
    }

    private synchronized void clear() {
        if (progressShown) {
            err.print(CLEAR_LINE);
            err.flush();
            progressShown = false;
        }
    }
}
