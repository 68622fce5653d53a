package spine.evaluate.internal.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.api.report.MaskFrame;
import spine.api.report.MaskReader;

/** Masks by the label of their segment, and the width of each image. */
public final class LabelledMasks {
    private final Map<String, ImageMasks> structures = new TreeMap<>();
    private final Map<String, Integer> columns = new TreeMap<>();

    /** All files {@code *.seg.dcm} of the folder; there may be none. */
    public static LabelledMasks read(Path folder, MaskReader reader) throws UnusableInputException, IOException {
        return read(folder, "", reader);
    }

    /** Those of them whose names begin with the prefix. */
    static LabelledMasks read(Path folder, String prefix, MaskReader reader) throws UnusableInputException, IOException {
        LabelledMasks masks = new LabelledMasks();
        for (Path file : files(folder, prefix)) {
            reader.read(file).forEach(masks::add);
        }
        return masks;
    }

    /** Whether the folder holds any, be they empty. */
    public static boolean areIn(Path folder) throws IOException {
        return !files(folder, "").isEmpty();
    }

    private static List<Path> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix)
                    && file.getFileName().toString().endsWith(".seg.dcm")).sorted().toList();
        }
    }

    private void add(MaskFrame frame) {
        structures.computeIfAbsent(frame.label(), any -> new ImageMasks()).add(frame);
        columns.put(frame.sopInstanceUid(), frame.columns());
    }

    /** The structure gets these pixels too. */
    public void add(String label, String sopInstanceUid, int width, BitSet pixels) {
        structures.computeIfAbsent(label, any -> new ImageMasks()).add(sopInstanceUid, pixels);
        columns.put(sopInstanceUid, width);
    }

    /** All structures by their label. */
    public Map<String, ImageMasks> structures() {
        return structures;
    }

    /** The structure of that label, empty if there is none. */
    public ImageMasks of(String label) {
        return structures.getOrDefault(label, new ImageMasks());
    }

    /** Width of each image on which there is a mask. */
    public Map<String, Integer> columns() {
        return columns;
    }
}
