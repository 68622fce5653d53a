package spine.doors.internal.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import spine.api.intake.StoredObject;
import spine.api.intake.StoredObject.Kind;
import spine.common.text.PlainText;

/** What was taken of an entry, and what was not. For one thread. */
final class TakingReport {
    /** So many are named; the others are counted. */
    private static final int MOST_NAMED = 100;

    private final Set<String> studies = new TreeSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private int taken;
    private int repeated;
    private int results;
    private int foreign;
    private int more;

    void took(StoredObject object) {
        taken++;
        if (object.kind() == Kind.RESULT) {
            results++;
        } else {
            studies.add(object.studyInstanceUid());
            repeated += object.kind() == Kind.REPEATED ? 1 : 0;
        }
    }

    /** A file that is none of DICOM. */
    void foreign() {
        foreign++;
    }

    /** @param reason a phrase in which the file is "it" */
    void leftOut(String name, String reason) {
        if (leftOut.size() < MOST_NAMED) {
            leftOut.add(PlainText.excerpt(name) + ": " + reason + ".");
        } else {
            more++;
        }
    }

    /** UIDs of those of which there are images. */
    Set<String> studies() {
        return studies;
    }

    boolean isEmpty() {
        return taken == 0;
    }

    /** One sentence. */
    String summary() {
        StringBuilder text = new StringBuilder(isEmpty() ? "Nothing was taken" : "Taken: " + count(taken, "object"));
        text.append(studies.isEmpty() ? "" : " of " + (studies.size() == 1 ? "study " + studies.iterator().next()
                : studies.size() + " studies"));
        text.append(repeated == 0 ? "" : ", " + repeated + " of them there already");
        text.append(results == 0 ? "" : ", " + results + " of them results, which start no job");
        int named = leftOut.size() + more;
        text.append(foreign == 0 ? "" : "; " + count(foreign, "file") + " left out, not DICOM or DICOMDIR");
        return text.append(named == 0 ? "" : "; " + count(named, "file") + " left out, as below").append('.').toString();
    }

    /** The sentence, the studies where there are several, and what was left out. */
    String text() {
        StringBuilder text = new StringBuilder(summary()).append('\n');
        if (studies.size() > 1) {
            studies.forEach(study -> text.append("Study ").append(study).append(".\n"));
        }
        leftOut.forEach(sentence -> text.append(sentence).append('\n'));
        return more == 0 ? text.toString() : text.append("And ").append(more).append(" more.\n").toString();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
