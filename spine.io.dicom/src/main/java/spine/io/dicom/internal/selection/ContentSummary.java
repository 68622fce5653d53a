package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.io.dicom.internal.header.Contrast;
import spine.io.dicom.internal.header.ContrastRule;
import spine.io.dicom.internal.scan.Series;

/** Says in a few words what a location holds, for the sentence that explains why nothing could be scored. */
final class ContentSummary {
    private static final int LONGEST_LIST = 6;

    private ContentSummary() {
    }

    /** For example {@code 1 CT series, 1 axial T1 MR series of 3 images, 2 files that are not images}. */
    static String of(List<Series> series, int otherFiles) {
        Map<Kind, List<Series>> kinds = new LinkedHashMap<>();
        series.forEach(one -> kinds.computeIfAbsent(Kind.of(one), kind -> new ArrayList<>()).add(one));
        List<String> parts = new ArrayList<>();
        kinds.entrySet().stream().limit(LONGEST_LIST).forEach(entry -> parts.add(part(entry.getKey(), entry.getValue())));
        int rest = kinds.values().stream().skip(LONGEST_LIST).mapToInt(List::size).sum();
        if (rest > 0) {
            parts.add(rest + " other series");
        }
        if (otherFiles > 0) {
            parts.add(otherFiles == 1 ? "1 file that is not an image" : otherFiles + " files that are not images");
        }
        return parts.isEmpty() ? "no files" : String.join(", ", parts);
    }

    private static String part(Kind kind, List<Series> members) {
        int images = members.stream().mapToInt(one -> one.images().size()).sum();
        String size = kind.isMr() ? " of " + images + (images == 1 ? " image" : " images") : "";
        return members.size() + " " + kind.words() + " series" + size + kind.remark().map(r -> " (" + r + ")").orElse("");
    }

    /** Series that are counted together. */
    private record Kind(String words, boolean isMr, Optional<String> remark) {

        static Kind of(Series series) {
            if (!series.isMr()) {
                String modality = series.first().modality();
                return new Kind(modality.isEmpty() ? "unnamed" : modality, false, Optional.empty());
            }
            List<String> words = new ArrayList<>();
            if (!series.origin().crossingPlanes()) {
                series.orientation().ifPresent(plane -> words.add(plane.word()));
            }
            words.add(series.contrast().word());
            words.add("MR");
            words.removeIf(String::isEmpty);
            return new Kind(String.join(" ", words), true, remark(series));
        }

        private static Optional<String> remark(Series series) {
            Optional<String> obstacle = series.obstacle();
            if (obstacle.isPresent()) {
                return obstacle;
            }
            if (series.isLocalizer()) {
                return Optional.of("localizer");
            }
            boolean onlyByName = series.contrast() != Contrast.STIR && ContrastRule.isCalledStir(series.first());
            return onlyByName ? Optional.of("called STIR, but its header does not fit an inversion that nulls fat")
                    : Optional.empty();
        }
    }
}
