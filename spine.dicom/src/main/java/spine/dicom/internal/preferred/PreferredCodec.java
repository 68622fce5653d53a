package spine.dicom.internal.preferred;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.propertytypes.ServiceRanking;
import spine.api.UnusableInputException;
import spine.api.lease.Lease;
import spine.api.lease.Leases;
import spine.api.lease.Rank;
import spine.dicom.DicomCodec;
import spine.dicom.DicomCodecService;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;

/**
 * Hands every call to the best of the other codecs. Readers and writers bind this one, so that a codec that comes or goes while studies
 * run takes none of them with it; one that leaves ends its calls first.
 */
@Component
@DicomCodecService(name = PreferredCodec.NAME)
@ServiceRanking(Integer.MAX_VALUE)
public final class PreferredCodec implements DicomCodec {
    static final String NAME = "preferred";

    /** Longer than any file takes. */
    private static final Duration DRAIN = Duration.ofMinutes(1);

    private final Leases<DicomCodec> codecs = new Leases<>();

    /** @param properties those of the service */
    @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC,
            target = "(!(" + CODEC_NAME + "=" + NAME + "))")
    public void addCodec(DicomCodec codec, Map<String, ?> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer given ? given : 0;
        codecs.add(codec, codec, new Rank(ranking, "", (Long) properties.get("service.id")));
    }

    /** Returns when the codec is not in use any more. */
    public void removeCodec(DicomCodec codec) {
        try {
            codecs.remove(codec, DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public DicomObject read(InputStream in, String name, boolean withPixels) throws UnusableInputException, IOException {
        try (Lease<DicomCodec> best = best()) {
            return best.provider().read(in, name, withPixels);
        }
    }

    @Override
    public DicomObject read(Path file, boolean withPixels) throws UnusableInputException, IOException {
        try (Lease<DicomCodec> best = best()) {
            return best.provider().read(file, withPixels);
        }
    }

    @Override
    public DicomFile open(Path file) throws UnusableInputException, IOException {
        try (Lease<DicomCodec> best = best()) {
            return best.provider().open(file);
        }
    }

    @Override
    public void write(DicomObject object, OutputStream out) throws IOException {
        try (Lease<DicomCodec> best = best()) {
            best.provider().write(object, out);
        }
    }

    private Lease<DicomCodec> best() throws IOException {
        try {
            Optional<Lease<DicomCodec>> lease = codecs.acquire(Duration.ZERO);
            return lease.orElseThrow(() -> new IllegalStateException("there is no DICOM codec"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before a DICOM file was read or written");
        }
    }
}
