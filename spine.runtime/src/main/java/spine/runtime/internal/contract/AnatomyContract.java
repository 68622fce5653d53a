package spine.runtime.internal.contract;

import static spine.runtime.internal.contract.Promise.require;

import java.util.List;

import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;

/** What {@link spine.api.anatomy.AnatomyLocaliser} promises of its answer. */
public final class AnatomyContract {
    /** No human vertebral body or disc is higher or deeper; the largest lumbar bodies measure half of it. */
    private static final double LARGEST_MM = 100;
    /** A structure is seen, so its centre does not lie further from the images than that. */
    private static final double FURTHEST_MM = 100;
    private static final double ROUNDING = 1e-3;

    private final Study study;

    public AnatomyContract(Study study) {
        this.study = study;
    }

    /** @throws BrokenContractException if this cannot be the spine of the study */
    public void check(SpineAnatomy anatomy) throws BrokenContractException {
        int stacks = study.stacks().size();
        require(anatomy.stacks().size() == stacks, () -> "it has " + anatomy.stacks().size() + " stacks for the " + stacks
                + " of the study");
        for (int stack = 0; stack < stacks; stack++) {
            checkStack(anatomy.stacks().get(stack), study.stacks().get(stack), stack + 1);
        }
        for (DiscovertebralUnit unit : anatomy.units()) {
            require(!unit.present() || unit.stack() >= 0 && unit.stack() < stacks, () -> unit.level() + " lies in stack " + unit.stack()
                    + "; the study has " + stacks + ", counted from 0");
            require(probability(unit.confidence()), () -> "the name " + unit.level() + " has the confidence " + unit.confidence()
                    + "; it must lie in 0..1");
        }
    }

    private static void checkStack(StackAnatomy found, SliceStack stack, int number) throws BrokenContractException {
        require(fits(found.structures(), stack) && fits(found.canal(), stack), () -> "its masks of stack " + number
                + " do not have the shape of the images");
        boolean once = Promise.distinct(found.bodies().stream().map(VertebralBody::level).toList())
                && Promise.distinct(found.discs().stream().map(Disc::level).toList());
        require(once, () -> "a level has two bodies or discs in stack " + number);
        for (VertebralBody body : found.bodies()) {
            checkBody(body, stack);
        }
        for (Disc disc : found.discs()) {
            String name = disc.level().label();
            require(near(disc.centre(), stack), () -> elsewhere(name));
            require(length(disc.heightMm()), () -> sized(name, "height", disc.heightMm()));
            require(probability(disc.confidence()), () -> "the name " + name + " has the confidence " + disc.confidence()
                    + "; it must lie in 0..1");
        }
    }

    private static void checkBody(VertebralBody body, SliceStack stack) throws BrokenContractException {
        String name = body.level().name();
        for (Vec3 point : List.of(body.centre(), body.upper().centre(), body.lower().centre())) {
            require(near(point, stack), () -> elsewhere(name));
        }
        require(length(body.heightMm()), () -> sized(name, "height", body.heightMm()));
        require(length(body.depthMm()), () -> sized(name, "depth", body.depthMm()));
        for (Vec3 direction : List.of(body.cranial(), body.anterior(), body.upper().outward(), body.lower().outward())) {
            require(Promise.unit(direction, ROUNDING), () -> "a direction of " + name + " has the length " + direction.length()
                    + "; it must be 1");
        }
        require(probability(body.confidence()), () -> "the name " + name + " has the confidence " + body.confidence()
                + "; it must lie in 0..1");
    }

    private static boolean fits(byte[][] masks, SliceStack stack) {
        if (masks == null || masks.length != stack.slices().size()) {
            return false;
        }
        for (byte[] mask : masks) {
            if (mask == null || mask.length != stack.rows() * stack.columns()) {
                return false;
            }
        }
        return true;
    }

    /** False where a coordinate is not finite. */
    private static boolean near(Vec3 point, SliceStack stack) {
        double row = stack.plane().rowOf(point) * stack.plane().rowSpacing();
        double column = stack.plane().columnOf(point) * stack.plane().columnSpacing();
        double across = stack.plane().distanceOf(point);
        return within(row, stack.rows() * stack.plane().rowSpacing()) && within(column, stack.columns() * stack.plane().columnSpacing())
                && within(across, (stack.slices().size() - 1) * stack.sliceSpacing());
    }

    private static boolean within(double place, double extent) {
        return place >= -FURTHEST_MM && place <= extent + FURTHEST_MM;
    }

    private static boolean length(double mm) {
        return mm > 0 && mm <= LARGEST_MM;
    }

    private static boolean probability(double value) {
        return value >= 0 && value <= 1;
    }

    private static String elsewhere(String name) {
        return name + " does not lie where the images are; no part of it may be further away than " + FURTHEST_MM + " mm";
    }

    private static String sized(String name, String what, double mm) {
        return "the " + what + " of " + name + " is " + mm + " mm; it must lie between 0 and " + LARGEST_MM;
    }
}
