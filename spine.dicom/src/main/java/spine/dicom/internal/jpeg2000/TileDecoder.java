package spine.dicom.internal.jpeg2000;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.awt.Point;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.entropy.decoder.EntropyDecoder;
import jj2000.j2k.image.BlkImgDataSrc;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.image.ImgDataConverter;
import jj2000.j2k.image.invcomptransf.InvCompTransf;
import jj2000.j2k.io.RandomAccessIO;
import jj2000.j2k.quantization.dequantizer.Dequantizer;
import jj2000.j2k.roi.ROIDeScaler;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.wavelet.synthesis.InverseWT;
import spine.api.UnusableInputException;
import spine.dicom.internal.cell.CellWriter;

/** Drives the decoding chain of JJ2000: bits, entropy code, region of interest, quantization, wavelets, colours. */
final class TileDecoder {
    private final Codestream codestream;
    private final String name;

    TileDecoder(Codestream codestream, String name) {
        this.codestream = codestream;
        this.name = name;
    }

    /** @throws UnusableInputException if the decoder fails or has to guess */
    void decode(CellWriter cells) throws UnusableInputException {
        Complaints complaints = new Complaints();
        FacilityManager.registerMsgLogger(Thread.currentThread(), complaints);
        byte[] encoded = codestream.bytes();
        ByteArrayInputStream bytes = new ByteArrayInputStream(encoded, codestream.offset(), encoded.length - codestream.offset());
        try (ImageInputStream stream = new MemoryCacheImageInputStream(bytes)) {
            tiles(chain(new CodestreamInput(stream)), cells);
        } catch (IOException | RuntimeException failure) {
            throw undecodable(failure);
        } catch (Error failure) {
            // JJ2000 throws errors of its own at what it does not know; those of the virtual machine are another matter.
            if (failure instanceof VirtualMachineError || failure instanceof LinkageError) {
                throw failure;
            }
            throw undecodable(failure);
        } finally {
            FacilityManager.unregisterMsgLogger(Thread.currentThread());
        }
        if (complaints.any()) {
            throw new UnusableInputException(name + " is cut off or damaged: its JPEG 2000 codestream cannot be decoded as a whole");
        }
    }

    private UnusableInputException undecodable(Throwable failure) {
        return new UnusableInputException(name + " is cut off or damaged: its JPEG 2000 codestream cannot be decoded", failure);
    }

    private BlkImgDataSrc chain(RandomAccessIO in) throws IOException {
        J2KImageReadParamJava parameters = new J2KImageReadParamJava();
        HeaderInfo info = new HeaderInfo();
        HeaderDecoder header = new HeaderDecoder(in, parameters, info);
        DecoderSpecs specs = header.getDecoderSpecs();
        int[] depths = new int[codestream.components()];
        Arrays.fill(depths, codestream.precision());
        BitstreamReaderAgent bits = BitstreamReaderAgent.createInstance(in, header, parameters, specs, false, info);
        EntropyDecoder entropy = header.createEntropyDecoder(bits, parameters);
        ROIDeScaler region = header.createROIDeScaler(entropy, parameters, specs);
        Dequantizer dequantizer = header.createDequantizer(region, depths, specs);
        InverseWT wavelets = InverseWT.createInstance(dequantizer, specs);
        wavelets.setImgResLevel(bits.getImgRes());
        return new InvCompTransf(new ImgDataConverter(wavelets, 0), specs, depths);
    }

    private void tiles(BlkImgDataSrc source, CellWriter cells) {
        Point tiles = source.getNumTiles(null);
        int components = codestream.components();
        for (int y = 0; y < tiles.y; y++) {
            for (int x = 0; x < tiles.x; x++) {
                source.setTile(x, y);
                for (int c = 0; c < components; c++) {
                    DataBlkInt block = new DataBlkInt(0, 0, source.getTileCompWidth(source.getTileIdx(), c),
                            source.getTileCompHeight(source.getTileIdx(), c));
                    DataBlkInt data = whole(source, block, c);
                    int left = source.getCompULX(c) - source.getImgULX();
                    int top = source.getCompULY(c) - source.getImgULY();
                    copy(data, source.getFixedPoint(c), (top * (int) codestream.columns() + left) * components + c, cells);
                }
            }
        }
    }

    private static DataBlkInt whole(BlkImgDataSrc source, DataBlkInt block, int component) {
        return (DataBlkInt) source.getInternCompData(block, component);
    }

    private void copy(DataBlkInt data, int fixedPoint, int first, CellWriter cells) {
        int shift = codestream.signed() ? 0 : 1 << codestream.precision() - 1;
        int least = codestream.signed() ? -(1 << codestream.precision() - 1) : 0;
        int largest = least + (1 << codestream.precision()) - 1;
        int components = codestream.components();
        for (int row = 0; row < data.h; row++) {
            int from = data.offset + row * data.scanw;
            int to = first + row * (int) codestream.columns() * components;
            for (int column = 0; column < data.w; column++, to += components) {
                int value = (data.data[from + column] >> fixedPoint) + shift;
                cells.put(to, Math.max(least, Math.min(largest, value)));
            }
        }
    }
}
