package spine.nd4j.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import spine.nd4j.Accelerator;

/**
 * What ND4J will run on, decided before it is touched.
 *
 * @param device the accelerator that is used; empty for the processor
 * @param hidden backends that ND4J must not see
 * @param remarks why the accelerators that are installed are not used
 */
record DeviceChoice(Optional<Accelerator> device, Set<String> hidden, List<String> remarks) {

    /** @param own class loader of the bundle, which finds the accelerators of its fragments too */
    static DeviceChoice of(ClassLoader own) {
        List<Accelerator> found = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try {
            ServiceLoader.load(Accelerator.class, own).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            remarks.add("An accelerator is not used: " + e + ".");
        }
        return of(found, remarks);
    }

    static DeviceChoice of(List<Accelerator> found, List<String> before) {
        Optional<Accelerator> device = Optional.empty();
        Set<String> hidden = new HashSet<>();
        List<String> remarks = new ArrayList<>(before);
        for (Accelerator accelerator : found) {
            Optional<String> obstacle = accelerator.obstacle();
            if (obstacle.isEmpty() && device.isEmpty()) {
                device = Optional.of(accelerator);
            } else {
                hidden.add(accelerator.backend());
                obstacle.ifPresent(remarks::add);
            }
        }
        return new DeviceChoice(device, hidden, remarks);
    }

    /** The backends of all accelerators, for the processor beside a device. */
    Set<String> backends() {
        Set<String> backends = new HashSet<>(hidden);
        device.ifPresent(accelerator -> backends.add(accelerator.backend()));
        return backends;
    }
}
