package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

import spine.api.Cancellation;
import spine.api.delivery.Destination;

class DestinationsCheckTest {

    @Test
    void destinationsThatDoNotWorkAreNamed() {
        DestinationsCheck check = new DestinationsCheck();
        assertEquals("OK There is none.", status(check));
        Place broken = new Place("web:pacs", "It is full.");
        check.add(broken);
        check.add(new Place("archive", "127.0.0.1:104 cannot be reached: nothing listens there."));
        check.add(new Place("good", ""));
        assertEquals("WARN Destination archive: 127.0.0.1:104 cannot be reached: nothing listens there."
                + " Destination web:pacs: It is full.", status(check));
        check.remove(broken);
        assertEquals("WARN Destination archive: 127.0.0.1:104 cannot be reached: nothing listens there.", status(check));
    }

    @Test
    void nothingIsWrongWithDestinationsThatWork() {
        DestinationsCheck check = new DestinationsCheck();
        check.add(new Place("good", ""));
        assertEquals("OK Nothing is wrong.", status(check));
    }

    private static String status(DestinationsCheck check) {
        Result result = check.execute();
        StringBuilder text = new StringBuilder(result.getStatus().toString());
        result.forEach(entry -> text.append(' ').append(entry.getMessage()));
        return text.toString();
    }

    private record Place(String name, String complaint) implements Destination {

        @Override
        public boolean takes(String sopClass, String sender) {
            return true;
        }

        @Override
        public void send(List<Path> objects, Consumer<Path> accepted, Cancellation cancellation) {
            objects.forEach(accepted);
        }
    }
}
