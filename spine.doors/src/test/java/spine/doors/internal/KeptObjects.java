package spine.doors.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spine.api.UnusableInputException;
import spine.api.intake.Intake;
import spine.api.intake.IntakeException;
import spine.api.intake.StoredObject;
import spine.api.job.Job;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** An intake that keeps what it takes in memory. */
public class KeptObjects implements Intake {
    private final Map<String, byte[]> objects = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> senders = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complete = Collections.synchronizedList(new ArrayList<>());
    private volatile IOException refusal;

    @Override
    public StoredObject store(InputStream file, String sender) throws IOException {
        byte[] bytes = file.readAllBytes();
        if (refusal != null) {
            throw refusal;
        }
        DicomObject header;
        try {
            header = new NativeDicomCodec().read(new ByteArrayInputStream(bytes), "object", false);
        } catch (UnusableInputException unusable) {
            throw new IntakeException(IntakeException.Reason.UNUSABLE, unusable.getMessage());
        }
        String instance = header.text(Tag.SOPInstanceUID);
        boolean there = objects.put(instance, bytes) != null;
        senders.add(sender);
        return new StoredObject(header.text(Tag.StudyInstanceUID), header.text(Tag.SOPClassUID), instance,
                there ? StoredObject.Kind.REPEATED : StoredObject.Kind.NEW);
    }

    @Override
    public Optional<Job> complete(String studyInstanceUid) {
        complete.add(studyInstanceUid);
        return Optional.empty();
    }

    /** From now on, null for none. */
    public void refuse(IOException reason) {
        refusal = reason;
    }

    /** Files by SOP instance UID. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    public List<String> senders() {
        return senders;
    }

    /** Studies of which somebody has said so. */
    public List<String> complete() {
        return complete;
    }
}
