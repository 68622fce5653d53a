package spine.unet.preprocessing;

import java.util.function.IntConsumer;

/** Does something for every plane of a stack; what is done for one plane depends on no other. */
@FunctionalInterface
public interface PlaneTasks {

    /** On the thread of the caller. */
    PlaneTasks IN_ORDER = (planes, task) -> {
        for (int plane = 0; plane < planes; plane++) {
            task.accept(plane);
        }
    };

    /**
     * Returns when all is done.
     *
     * @param task what to do for a plane, {@code 0..planes-1}
     */
    void run(int planes, IntConsumer task);
}
