package spine.io.dimse.internal.connection;

import java.time.Duration;

/** How fast a message must come: so many bytes in each time, or its end. */
public final class Pace {
    private final Connection connection;
    private final Duration time;
    private final int bytes;
    private long arrived;

    public Pace(Connection connection, Duration time, int bytes) {
        this.connection = connection;
        this.time = time;
        this.bytes = bytes;
    }

    /** A message begins. */
    public void begin() {
        arrived = 0;
        connection.allow(time);
    }

    /** So many bytes of it have come. */
    public void arrived(int count) {
        arrived += count;
        if (arrived >= bytes) {
            begin();
        }
    }
}
