"""u12_im2col: other right solutions, each written in another style. All must earn full marks."""

from nnref.im2col import im2col_naive

from . import other_columns as columns
from . import other_layers as layers
from .exercises import COL2IM, CONV_FORWARD, CONVOLUTION, FLATTEN, IM2COL, MAX_POOLING

IM2COL.alternative(im2col_naive)
IM2COL.alternative(columns.by_view)
IM2COL.alternative(columns.by_strides)
IM2COL.alternative(columns.by_places)
IM2COL.alternative(columns.nested_lists)
IM2COL.alternative(columns.line_by_line)
COL2IM.alternative(columns.window_by_window)
COL2IM.alternative(columns.counted)
COL2IM.alternative(columns.added_at)
COL2IM.alternative(columns.transposed_matrix)
COL2IM.alternative(columns.collected)
CONV_FORWARD.alternative(columns.by_loops)
CONV_FORWARD.alternative(columns.by_einsum)
CONV_FORWARD.alternative(columns.by_tensordot)
CONV_FORWARD.alternative(columns.filters_first)
CONV_FORWARD.alternative(columns.image_by_image)
CONVOLUTION.alternative(layers.LoopConvolution)
CONVOLUTION.alternative(layers.EinsumConvolution)
CONVOLUTION.alternative(layers.StretchedConvolution)
CONVOLUTION.alternative(layers.ImageConvolution)
MAX_POOLING.alternative(layers.LoopPooling)
MAX_POOLING.alternative(layers.IndexPooling)
MAX_POOLING.alternative(layers.MaskPooling)
MAX_POOLING.alternative(layers.ColumnPooling)
FLATTEN.alternative(layers.FlattenByProduct)
FLATTEN.alternative(layers.FlattenByLists)
FLATTEN.alternative(layers.FlattenByStack)
FLATTEN.alternative(layers.FlattenByView)

COL2IM.equivalent(
    "the array is new and no other name holds it",
    "padded[:, :, i:i + stride * OH:stride, j:j + stride * OW:stride] += numbers -> "
    "padded[:, :, i:i + stride * OH:stride, j:j + stride * OW:stride] = "
    "padded[:, :, i:i + stride * OH:stride, j:j + stride * OW:stride] + numbers",
)
COL2IM.equivalent("a border too wide on the right and below is cut off as well", "2 -> 3 #2", "2 -> 3 #3")
MAX_POOLING.equivalent(
    "col2im takes the matrix apart by reshape, whatever shape it has",
    "dcol = dcol.reshape(-1, self.shape[1] * self.size ** 2) -> pass",
    "dcol.reshape(-1, self.shape[1] * self.size ** 2) -> dcol.reshape(self.shape[1] * self.size ** 2, -1)",
    "self.shape[1] * self.size ** 2 -> self.shape[1]",
    "self.shape[1] * self.size ** 2 -> self.size ** 2",
    "self.size ** 2 -> self.size * 2 #3",
    "self.size ** 2 -> self.size #3",
    "1 -> 0 #4",
    "2 -> 3 #5",
    "2 -> 1 #5",
)
