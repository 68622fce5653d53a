package spine.pipeline.correction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import spine.api.UnusableInputException;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.report.MaskFrame;
import spine.api.report.MaskReader;
import spine.api.report.ScoringResult;

/** Gathers the masks of several files on the grid of a study. For one thread. */
final class DrawnMasks {
    private static final double HALF = 0.5;

    private final Study study;
    private final MaskReader reader;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<Integer, byte[][]> structures = new HashMap<>();
    private final Map<Integer, byte[][]> oedema = new HashMap<>();
    private final Map<Path, Set<Integer>> anatomyFiles = new LinkedHashMap<>();
    private final Map<Path, Set<Integer>> oedemaFiles = new LinkedHashMap<>();

    private record Place(int stack, int slice) {
    }

    DrawnMasks(Study study, MaskReader reader) {
        this.study = study;
        this.reader = reader;
        for (int stack = 0; stack < study.stacks().size(); stack++) {
            List<Slice> slices = study.stacks().get(stack).slices();
            for (int slice = 0; slice < slices.size(); slice++) {
                places.put(slices.get(slice).sopInstanceUid(), new Place(stack, slice));
            }
        }
    }

    /** @throws UnusableInputException if it holds no masks of this study, or they cannot be told apart; the sentence names it */
    void add(Path file) throws UnusableInputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInputException(file + (Files.exists(file) ? " is no file." : " does not exist."));
        }
        List<MaskFrame> frames = reader.read(file, study.stacks());
        if (frames.isEmpty()) {
            throw new UnusableInputException(file + " holds no mask.");
        }
        for (MaskFrame frame : frames) {
            add(frame, place(frame, file), file);
        }
    }

    private Place place(MaskFrame frame, Path file) throws UnusableInputException {
        Place place = places.get(frame.sopInstanceUid());
        if (place == null) {
            throw new UnusableInputException(file + " is of another study, or of images that were not scored: study "
                    + study.studyInstanceUid() + " has no scored image " + frame.sopInstanceUid() + ".");
        }
        SliceStack stack = study.stacks().get(place.stack());
        if (frame.rows() != stack.rows() || frame.columns() != stack.columns()) {
            throw new UnusableInputException(file + " has masks of " + frame.rows() + " x " + frame.columns() + " pixels for images of "
                    + stack.rows() + " x " + stack.columns() + ": save them on the grid of the images.");
        }
        if (frame.plane().filter(plane -> !liesOn(plane, stack, stack.slices().get(place.slice()))).isPresent()) {
            throw new UnusableInputException(file + " has a mask that does not lie where its image " + frame.sopInstanceUid()
                    + " does: save it on the grid of the images.");
        }
        return place;
    }

    /** Within half a pixel and half the distance of the slices; programs that write regular grids move slices a little. */
    private static boolean liesOn(SlicePlane plane, SliceStack stack, Slice slice) {
        return liesOn(plane, stack, slice, 0, 0) && liesOn(plane, stack, slice, stack.columns() - 1, 0)
                && liesOn(plane, stack, slice, 0, stack.rows() - 1);
    }

    private static boolean liesOn(SlicePlane plane, SliceStack stack, Slice slice, int column, int row) {
        Vec3 point = plane.toPatient(column, row);
        return Math.abs(slice.plane().distanceOf(point)) <= HALF * stack.sliceSpacing()
                && Math.abs(slice.plane().columnOf(point) - column) <= HALF && Math.abs(slice.plane().rowOf(point) - row) <= HALF;
    }

    private void add(MaskFrame frame, Place place, Path file) throws UnusableInputException {
        if (StructureName.isOedema(frame.label())) {
            oedemaFiles.computeIfAbsent(file, any -> new HashSet<>()).add(place.stack());
            byte[] map = oedema.computeIfAbsent(place.stack(), this::blank)[place.slice()];
            for (int i = 0; i < map.length; i++) {
                map[i] |= frame.mask()[i];
            }
            return;
        }
        byte code = code(frame, file);
        anatomyFiles.computeIfAbsent(file, any -> new HashSet<>()).add(place.stack());
        byte[] map = structures.computeIfAbsent(place.stack(), this::blank)[place.slice()];
        for (int i = 0; i < map.length; i++) {
            if (frame.mask()[i] != 0) {
                if (map[i] != 0 && map[i] != code) {
                    throw new UnusableInputException(file + ": " + StructureCodes.label(map[i]) + " and " + frame.label()
                            + " overlap on image " + frame.sopInstanceUid() + "; a pixel belongs to one structure only.");
                }
                map[i] = code;
            }
        }
    }

    private byte[][] blank(int stack) {
        SliceStack images = study.stacks().get(stack);
        return new byte[images.slices().size()][images.rows() * images.columns()];
    }

    private static byte code(MaskFrame frame, Path file) throws UnusableInputException {
        return StructureName.structure(frame.label()).orElseThrow(() -> new UnusableInputException(file + " has a segment '" + frame.label()
                + "' that is neither oedema nor a vertebra such as T7 nor a disc such as T7/8: name it so, or leave it out."));
    }

    /** The bodies and discs of a stack; empty if no file shows any there. */
    Optional<byte[][]> structures(int stack) {
        return Optional.ofNullable(structures.get(stack));
    }

    /** The oedema of a stack; empty if no file has a mask of it there, be it blank. */
    Optional<byte[][]> oedema(int stack) {
        return Optional.ofNullable(oedema.get(stack));
    }

    /** The files on whose stacks something differs from what the models gave, in the order in which they were added. */
    List<Path> differing(ScoringResult result) {
        Set<Path> all = new LinkedHashSet<>(anatomyFiles.keySet());
        all.addAll(oedemaFiles.keySet());
        List<Path> differing = new ArrayList<>();
        for (Path file : all) {
            boolean anatomy = anatomyFiles.getOrDefault(file, Set.of()).stream()
                    .anyMatch(stack -> !Arrays.deepEquals(structures.get(stack), result.anatomy().stacks().get(stack).structures()));
            boolean lesions = oedemaFiles.getOrDefault(file, Set.of()).stream()
                    .anyMatch(stack -> !Arrays.deepEquals(oedema.get(stack), result.lesions().get(stack).lesion()));
            if (anatomy || lesions) {
                differing.add(file);
            }
        }
        return differing;
    }
}
