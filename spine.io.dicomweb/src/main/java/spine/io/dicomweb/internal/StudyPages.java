package spine.io.dicomweb.internal;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicomweb.DicomWebException;

/**
 * A list of studies that comes in several answers. A server may give fewer at a time than it is asked for, or all of them each time: it is
 * asked until an answer has nothing new.
 */
final class StudyPages {
    /** Studies of one answer. */
    static final int PAGE = 1000;

    private final String host;
    private final int most;

    /** @param most studies, above 0 */
    StudyPages(String host, int most) {
        this.host = host;
        this.most = most;
    }

    /** An answer to one question. */
    @FunctionalInterface
    interface Question {
        /** @param offset how many studies are left out, from the first */
        List<DicomObject> ask(int offset) throws IOException;
    }

    /**
     * @return StudyInstanceUIDs as the server gives them, each once
     * @throws DicomWebException if there are too many
     */
    List<String> all(Question question) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        List<DicomObject> page = question.ask(0);
        int offset = page.size();
        while (found.addAll(page.stream().map(study -> study.text(Tag.StudyInstanceUID)).toList())) {
            if (found.size() > most) {
                throw new DicomWebException("The server " + host + " has more than " + most + " studies that match.", false);
            }
            page = question.ask(offset);
            offset += page.size();
        }
        return List.copyOf(found);
    }
}
