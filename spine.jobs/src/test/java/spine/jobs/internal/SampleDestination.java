package spine.jobs.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import spine.api.Cancellation;
import spine.api.delivery.DeliveryException;
import spine.api.delivery.Destination;
import spine.dicom.SopClass;

/** Takes reports and pictures, unless it is told not to. */
final class SampleDestination implements Destination {
    /** What it was offered, by study and file name, in order. */
    final List<String> offered = new CopyOnWriteArrayList<>();
    final List<String> accepted = new CopyOnWriteArrayList<>();
    /** Fails after so many objects of an attempt; below 0: never. */
    volatile int failAfter = -1;
    volatile boolean worthTrying = true;
    /** Does not end by itself. */
    volatile boolean hangs;
    /** Acknowledges nothing of what it has taken, as if the answers were lost. */
    volatile boolean mute;
    /** Whether it says what it has. */
    volatile boolean tells = true;
    private final String name;

    SampleDestination(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean takes(String sopClass, String sender) {
        return sopClass.equals(SopClass.COMPREHENSIVE_3D_SR_STORAGE) || sopClass.equals(SopClass.MR_IMAGE_STORAGE);
    }

    @Override
    public void send(List<Path> objects, Consumer<Path> acknowledged, Cancellation cancellation) throws DeliveryException {
        int count = 0;
        for (Path object : objects) {
            String what = what(object);
            offered.add(what);
            if (!Files.isReadable(object)) {
                throw new DeliveryException(what + " is not there.", true);
            }
            while (hangs) {
                cancellation.check();
                Thread.onSpinWait();
            }
            cancellation.check();
            if (count == failAfter) {
                throw new DeliveryException("The association was rejected.", worthTrying);
            }
            accepted.add(what);
            count++;
            if (mute) {
                throw new DeliveryException("The connection broke.", worthTrying);
            }
            acknowledged.accept(object);
        }
    }

    @Override
    public boolean resume(List<Path> objects, Consumer<Path> acknowledged, Cancellation cancellation) throws DeliveryException {
        List<Path> there = objects.stream().filter(object -> tells && accepted.contains(what(object))).toList();
        there.forEach(acknowledged);
        send(objects.stream().filter(object -> !there.contains(object)).toList(), acknowledged, cancellation);
        return tells;
    }

    private static String what(Path object) {
        return object.getParent().getFileName() + "/" + object.getFileName();
    }
}
