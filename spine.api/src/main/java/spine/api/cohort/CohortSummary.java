package spine.api.cohort;

import java.nio.file.Path;
import java.util.List;

/**
 * What the page of a cohort shows.
 *
 * @param page the file
 * @param studies how many studies it names, those without a result too
 * @param scored how many of them have a total
 * @param problems a sentence for each result that could not be read, which the page names too
 * @param notes a sentence for each thing that the page leaves out, and names too
 */
public record CohortSummary(Path page, int studies, int scored, List<String> problems, List<String> notes) {

    public CohortSummary {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
