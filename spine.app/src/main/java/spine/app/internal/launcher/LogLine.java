package spine.app.internal.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import spine.common.text.PlainText;

/** A record in one line, and a stack trace in lines that begin with white space: no text from outside can look like a record. */
final class LogLine extends Formatter {
    private static final String LINE = "%1$tF %1$tT.%1$tL %2$-7s %3$s: %4$s%n%5$s";

    @Override
    public String format(LogRecord log) {
        return String.format(Locale.ROOT, LINE, ZonedDateTime.ofInstant(log.getInstant(), ZoneId.systemDefault()), log.getLevel().getName(),
                log.getLoggerName(), PlainText.line(formatMessage(log)), log.getThrown() == null ? "" : trace(log.getThrown()));
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return PlainText.lines(trace.toString().replace("\r", "")).replaceAll("(?m)^(?=\\S)", "  ");
    }
}
