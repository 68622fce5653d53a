package spine.dicom.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomFile;
import spine.dicom.PixelData;
import spine.dicom.Tag;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.internal.image.OpenImage;
import spine.dicom.internal.syntax.FrameDecoders;
import spine.dicom.internal.syntax.SyntaxName;
import spine.dicom.pixel.DicomImage;
import spine.dicom.pixel.DicomImages;

/** Images read by a codec and decoded by the best decoder for their transfer syntax. */
@Component
public final class DecodedImages implements DicomImages {
    private final DicomCodec codec;
    private final FrameDecoders decoders = new FrameDecoders(BuiltInDecoders.bySyntax());

    @Activate
    public DecodedImages(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    /** @param properties those of the service, see {@link FrameDecoder} */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDecoder(FrameDecoder decoder, Map<String, ?> properties) {
        decoders.add(decoder, properties);
    }

    public void removeDecoder(FrameDecoder decoder) {
        decoders.remove(decoder);
    }

    @Override
    public DicomImage open(Path path) throws UnusableInputException, IOException {
        DicomFile file = codec.open(path);
        try {
            return image(file);
        } catch (UnusableInputException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    @Override
    public Optional<String> undecodable(String transferSyntax) {
        return SyntaxName.isNative(transferSyntax) || decoders.of(transferSyntax).isPresent() ? Optional.empty()
                : Optional.of(SyntaxName.of(transferSyntax));
    }

    private DicomImage image(DicomFile file) throws UnusableInputException {
        PixelData pixels = file.pixelData().orElseThrow(() -> new UnusableInputException(file.name() + " has no pixels"));
        String syntax = file.header().text(Tag.TransferSyntaxUID);
        if (!pixels.isEncapsulated() && SyntaxName.isNative(syntax)) {
            return OpenImage.ofNative(file, pixels);
        }
        if (SyntaxName.isNative(syntax)) {
            throw new UnusableInputException(file.name() + " is damaged: its pixels are compressed, and it does not say how");
        }
        FrameDecoder decoder = decoders.of(syntax).orElseThrow(() -> new UnusableInputException(file.name() + " is compressed with "
                + SyntaxName.of(syntax) + ", which is not decoded"));
        if (!pixels.isEncapsulated()) {
            throw new UnusableInputException(file.name() + " is damaged: it announces " + SyntaxName.of(syntax)
                    + ", and its pixels are not in fragments");
        }
        return OpenImage.ofEncapsulated(file, pixels, decoder);
    }
}
