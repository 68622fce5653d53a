package spine.io.dicomweb.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import spine.io.dicomweb.DicomWebException;

/** A body that is given up when the server sends nothing of it for too long: the time of a request ends with the header of its answer. */
final class TimedBody extends FilterInputStream {
    private final Duration patience;
    private final ScheduledExecutorService clock;
    private final String host;
    private volatile boolean late;

    TimedBody(InputStream body, Duration patience, ScheduledExecutorService clock, String host) {
        super(body);
        this.patience = patience;
        this.clock = clock;
        this.host = host;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        ScheduledFuture<?> alarm;
        try {
            alarm = clock.schedule(this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            throw new DicomWebException("The connection to " + host + " was closed.", true, closed);
        }
        try {
            int count = super.read(target, offset, length);
            if (late) {
                throw tooLate(null);
            }
            return count;
        } catch (DicomWebException failure) {
            throw failure;
        } catch (IOException brokenOff) {
            throw late ? tooLate(brokenOff) : new DicomWebException("The server " + host + " broke its answer off.", true, brokenOff);
        } finally {
            alarm.cancel(false);
        }
    }

    private DicomWebException tooLate(IOException cause) {
        return new DicomWebException("The server " + host + " sent nothing for " + patience.toSeconds() + " s.", true, cause);
    }

    private void giveUp() {
        late = true;
        try {
            in.close();
        } catch (IOException closing) {
            // Whoever reads hears of it.
            return;
        }
    }
}
