package spine.io.dicom.internal.scan;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which exams a file may be of that does not say so: the only one, those with images beside it, or else the one that has all images
 * of the nearest folder above it with any.
 */
final class NearestExams {
    private final List<ExamGroups.Exam> exams;
    private final Map<Path, Set<ExamGroups.Exam>> beside = new HashMap<>();
    private final Map<Path, Set<ExamGroups.Exam>> below = new HashMap<>();

    NearestExams(List<ExamGroups.Exam> exams) {
        this.exams = exams;
        for (ExamGroups.Exam exam : exams) {
            Set<Path> folders = exam.images().stream().map(image -> folder(image.source().file())).collect(Collectors.toSet());
            for (Path folder : folders) {
                beside.computeIfAbsent(folder, key -> new LinkedHashSet<>()).add(exam);
                for (Path above = folder; above != null; above = above.getParent()) {
                    below.computeIfAbsent(above, key -> new LinkedHashSet<>()).add(exam);
                }
            }
        }
    }

    /** Empty if nobody can tell. */
    Set<ExamGroups.Exam> of(Path file) {
        Path folder = folder(file);
        if (exams.size() == 1) {
            return Set.of(exams.get(0));
        }
        if (beside.containsKey(folder)) {
            return beside.get(folder);
        }
        while (folder != null && !below.containsKey(folder)) {
            folder = folder.getParent();
        }
        Set<ExamGroups.Exam> nearest = folder == null ? Set.of() : below.get(folder);
        return nearest.size() == 1 ? nearest : Set.of();
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}
