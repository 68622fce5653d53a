package spine.app.internal.cli.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import spine.api.service.HealthFinding;
import spine.api.service.PlatformHealth;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;

/** Says where a serving platform lets others in. Whatever does so has a health check with the tag {@value #TAG}. */
final class OpenDoors {
    private static final String TAG = "door";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 100;

    private OpenDoors() {
    }

    /** One sentence for each, when it is open or was not opened. */
    static void tell(CommandContext platform, Console console) throws UnavailableException, InterruptedException {
        PlatformHealth health = platform.service(PlatformHealth.class, "health check");
        Instant end = Instant.now().plus(PATIENCE);
        List<HealthFinding> doors = health.examine(TAG);
        while (doors.stream().anyMatch(door -> door.status().equals("TEMPORARILY_UNAVAILABLE")) && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE_MILLIS);
            doors = health.examine(TAG);
        }
        for (HealthFinding door : doors) {
            door.remarks().forEach(door.healthy() ? console::note : console::complain);
        }
    }
}
