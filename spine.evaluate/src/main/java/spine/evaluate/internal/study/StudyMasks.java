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

    /** @param folder holds {@code anatomy-n.seg.dcm} and {@code oedema-n.seg.dcm}; none is fine: nothing was found */
    static StudyMasks read(Path folder, MaskReader reader) throws UnusableInputException, IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches(NAME)).sorted().toList();
        }
        StudyMasks masks = new StudyMasks();
        for (Path file : files) {
            reader.read(file).forEach(masks::add);
        }
        return masks;
    }

    private void add(MaskFrame frame) {
        MaskKind.of(frame.label()).ifPresent(kind -> masks.computeIfAbsent(kind, any -> new ImageMasks()).add(frame));
    }

    /** Empty if the study has none of the kind. */
    ImageMasks of(MaskKind kind) {
        return masks.getOrDefault(kind, new ImageMasks());
    }
}
