package com.example.nifti;

import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/**
 * A volume as sagittal slices, whatever the order and direction of its axes: columns run from front to back, rows from head to
 * feet, slices from the left to the right of the patient. NIfTI counts x to the right and y to the front (RAS), spine to the
 * left and to the back (LPS): both change sign, z stays.
 *
 * @param size voxels along the axes of the file
 * @param axes which axis of the file runs across columns, across rows, across slices
 * @param steps LPS mm from one column, row, slice to the next
 * @param flipped whether that is against the axis of the file
 * @param origin centre of the first pixel of the first slice, LPS mm
 */
record SagittalView(int[] size, int[] axes, Vec3[] steps, boolean[] flipped, Vec3 origin) {
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    /** Where columns, rows and slices should run, LPS. */
    private static final Vec3[] WANTED = {new Vec3(0, 1, 0), new Vec3(0, 0, -1), new Vec3(-1, 0, 0)};
    private static final double SHEAR = 0.01;
    private static final double FINEST_MM = 0.01;
    private static final double COARSEST_MM = 50;

    /** @throws BadNiftiException if the axes are not perpendicular or their steps are no sizes of voxels */
    static SagittalView of(NiftiHeader header) throws BadNiftiException {
        SagittalView view = arrange(header);
        if (view.plane(0).normal().dot(view.steps[2].unit()) < 1 - SHEAR) {
            throw new BadNiftiException("has axes that do not make a right-handed volume of sagittal slices");
        }
        return view;
    }

    private static SagittalView arrange(NiftiHeader header) throws BadNiftiException {
        Vec3[] axis = {lps(header.affine(), 0), lps(header.affine(), 1), lps(header.affine(), 2)};
        for (int i = 0; i < 3; i++) {
            if (!(axis[i].length() >= FINEST_MM && axis[i].length() <= COARSEST_MM)) {
                throw new BadNiftiException("has voxels of " + axis[i].length() + " mm");
            }
            if (Math.abs(axis[i].unit().dot(axis[(i + 1) % 3].unit())) > SHEAR) {
                throw new BadNiftiException("has axes that are not perpendicular");
            }
        }
        int[] best = ORDERS[0];
        for (int[] order : ORDERS) {
            if (likeness(axis, order) > likeness(axis, best)) {
                best = order;
            }
        }
        Vec3[] steps = new Vec3[3];
        boolean[] flipped = new boolean[3];
        Vec3 origin = lps(header.affine(), 3);
        for (int i = 0; i < 3; i++) {
            Vec3 step = axis[best[i]];
            flipped[i] = step.dot(WANTED[i]) < 0;
            steps[i] = flipped[i] ? step.times(-1) : step;
            if (flipped[i]) {
                origin = origin.plus(step.times(header.size()[best[i]] - 1));
            }
        }
        return new SagittalView(header.size(), best, steps, flipped, origin);
    }

    private static Vec3 lps(double[][] affine, int column) {
        return new Vec3(-affine[0][column], -affine[1][column], affine[2][column]);
    }

    private static double likeness(Vec3[] axis, int[] order) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += Math.abs(axis[order[i]].unit().dot(WANTED[i]));
        }
        return sum;
    }

    int columns() {
        return size[axes[0]];
    }

    int rows() {
        return size[axes[1]];
    }

    int slices() {
        return size[axes[2]];
    }

    double sliceSpacing() {
        return steps[2].length();
    }

    /** Whether the thickest side of a voxel does not run across the slices: then another plane was acquired. */
    boolean resliced() {
        return Math.max(steps[0].length(), steps[1].length()) > 1.5 * steps[2].length();
    }

    SlicePlane plane(int slice) {
        return new SlicePlane(origin.plus(steps[2].times(slice)), steps[0].unit(), steps[1].unit(), steps[0].length(), steps[1].length());
    }

    float[] pixels(NiftiVolume volume, int slice) {
        int[] strides = {1, size[0], size[0] * size[1]};
        float[] pixels = new float[rows() * columns()];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                int voxel = at(0, column) * strides[axes[0]] + at(1, row) * strides[axes[1]] + at(2, slice) * strides[axes[2]];
                pixels[row * columns() + column] = volume.voxels()[voxel];
            }
        }
        return pixels;
    }

    private int at(int direction, int index) {
        return flipped[direction] ? size[axes[direction]] - 1 - index : index;
    }
}
