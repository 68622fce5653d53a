package spine.report.internal.comparison.change;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import spine.api.model.ModelCard;
import spine.api.score.Score;
import spine.report.internal.archive.ArchivedResult;

/**
 * A result at its place in time.
 *
 * @param number counted from 1
 * @param name for people, such as {@code Baseline}
 * @param archived what was scored
 * @param identity what the images tell of patient and day
 */
public record TimePointResult(int number, String name, ArchivedResult archived, PointIdentity identity) {

    /** @param count how many time points there are */
    public static String name(int number, int count) {
        if (number == 1) {
            return "Baseline";
        }
        return count == 2 ? "Follow-up" : "Follow-up " + (number - 1);
    }

    /** Whether it shows a spine, so that there are scores. */
    public boolean spine() {
        return archived.anatomy().noSpine().isEmpty();
    }

    public Optional<Score> score(String indexId) {
        return archived.scores().stream().filter(score -> score.indexId().equals(indexId)).findFirst();
    }

    /** Days since another; empty where one of them has no date. */
    public OptionalLong daysSince(TimePointResult other) {
        return identity.daysSince(other.identity);
    }

    /** Identity, version and weights of all models; equal ones measure alike. */
    List<String> measuredBy() {
        return archived.models().stream().map(TimePointResult::words).toList();
    }

    /** The models in words, such as {@code spine.model.bmo 1.4.0}. */
    public String models() {
        return archived.models().stream().map(card -> card.id() + " " + card.version()).collect(Collectors.joining(", "));
    }

    private static String words(ModelCard card) {
        return card.role() + " " + card.id() + " " + card.version() + " " + card.weightsSha256();
    }
}
