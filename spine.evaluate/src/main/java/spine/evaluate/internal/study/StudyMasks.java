package spine.evaluate.internal.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.api.report.MaskFrame;
import spine.api.report.MaskReader;

/** The masks beside one report, one bit per pixel, by image. */
final class StudyMasks {
    private static final String NAME = "(anatomy|oedema)-[0-9]+\\.seg\\.dcm";

    private final Map<MaskKind, ImageMasks> masks = new EnumMap<>(MaskKind.class);
    private final boolean anyFile;

    private StudyMasks(boolean anyFile) {
        this.anyFile = anyFile;
    }

    /** @param folder holds {@code anatomy-n.seg.dcm} and {@code oedema-n.seg.dcm}; there may be none */
    static StudyMasks read(Path folder, MaskReader reader) throws UnusableInputException, IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches(NAME)).sorted().toList();
        }
        StudyMasks masks = new StudyMasks(!files.isEmpty());
        for (Path file : files) {
            reader.read(file).forEach(masks::add);
        }
        return masks;
    }

    private void add(MaskFrame frame) {
        MaskKind.of(frame.label()).ifPresent(kind -> masks.computeIfAbsent(kind, any -> new ImageMasks()).add(frame));
    }

    /** Whether they are all that the report found: it has masks, or nothing that they would show. Else they were not written or lost. */
    boolean completes(StudyReport report) {
        return anyFile || report.vertebrae().isEmpty() && report.units().isEmpty();
    }

    /** Empty if the study has none of the kind. */
    ImageMasks of(MaskKind kind) {
        return masks.getOrDefault(kind, new ImageMasks());
    }
}
