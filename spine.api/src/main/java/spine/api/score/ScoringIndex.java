package spine.api.score;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: a scoring index, such as SPARCC.
 *
 * <p>Matching: by {@link #INDEX_ID}, exactly. Ranking among services of one id: highest {@code service.ranking}, then
 * the newest {@link #INDEX_VERSION}, then the lowest service id. Threads: {@link #score} is called from several threads
 * at once. A study holds one index from start to end; when the provider is withdrawn the platform waits for the
 * running studies before the provider's own deactivation runs. A component declares the service properties with
 * {@link ScoringIndexService}.
 */
@ConsumerType
public interface ScoringIndex {

    /** Service property, String, required: lower-case identity of the index, same as {@link Score#indexId()}. */
    String INDEX_ID = "index.id";

    /** Service property, String, required: version of the index, an OSGi version. */
    String INDEX_VERSION = "index.version";

    /**
     * Scores one study. The same input gives the same score.
     *
     * @param input not null, read only; a spine without any unit scores 0
     * @return not null, with a record for each unit of the anatomy, in its order
     */
    Score score(ScoringInput input);
}
