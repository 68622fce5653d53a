package spine.report.internal.page;

import spine.api.score.Score;

/** The name of an index as people write it. */
public final class IndexName {

    private IndexName() {
    }

    public static String of(Score score) {
        return of(score.indexId());
    }

    /** @param id of the index */
    public static String of(String id) {
        return id.equals("sparcc") ? "SPARCC" : id;
    }
}
