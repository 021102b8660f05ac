"""Public names of nnref that are in no row of the table, each with the reason, and the tests that it has instead."""

LAYER = "a layer or its base: thin around a pair that has a row"
NETWORK = "a network or its parts: layers in a row, with weights drawn"
PART = "a part of operations that have rows, and run in them"
COUNT = "whole numbers in, whole numbers out"
GRAPH = "a graph of single numbers, no arrays"
OPTIMIZER = "keeps a state from call to call, and changes its arguments by contract"
TEXT = "text, no numbers"
FILE = "bytes of a file"

# module, names, reason, test ("" for a part: the rows themselves)
OUTSIDE = (
    ("architectures", "small_vgg small_googlenet small_resnet", NETWORK, "test_architectures"),
    ("architectures", "bottleneck_macs count_parameters vgg_16", COUNT, "test_architectures"),
    ("arrays", "describe", "returns what an array is, not numbers of it", "test_basics"),
    ("blocks", "conv_relu", PART, ""),
    ("convolution", "Blocks", PART, ""),
    ("convolution_loops", "conv_output_size params_and_macs receptive_field", COUNT, "test_convolution_loops"),
    ("dropout", "Dropout", LAYER, "test_regularization"),
    ("embedding", "TimeEmbedding", LAYER, "test_sequences"),
    ("evaluation", "in_parts", PART, ""),
    ("evaluation", "load_idx", FILE, "test_evaluation"),
    ("files", "save_params load_params", FILE, "test_files"),
    ("global_pooling", "GlobalAveragePooling", LAYER, "test_images"),
    ("gradient_check", "grad_check", "a verdict on two functions, not a result of arrays", "test_gradient_check"),
    ("graph", "Add Mul Power Exp Log Tanh Relu Node as_node apply backward_order graph_backward", GRAPH, "test_graph"),
    ("gru", "TimeGRU", LAYER, "test_lstm_gru"),
    ("labels", "check_labels class_labels", PART, ""),
    ("language_model", "new_head new_embedding LanguageModel", NETWORK, "test_seq2seq"),
    ("layer", "Layer", PART, ""),
    ("layers", "Activation", PART, ""),
    ("layers", "Sigmoid Tanh LeakyRelu Softmax MeanSquaredError", LAYER, "test_layers"),
    ("layers", "Loss SoftmaxWithLoss", PART, ""),
    ("lstm", "TimeLSTM", LAYER, "test_lstm_gru"),
    ("lstm", "count_params", COUNT, "test_lstm_gru"),
    ("mlp", "layer_shapes", COUNT, "test_basics"),
    ("neuron", "n_parameters", COUNT, "test_basics"),
    ("optimizers", "Optimizer SGD Momentum AdaGrad RMSProp Adam", OPTIMIZER, "test_optimizers"),
    ("perceptron", "AND OR NAND XOR", COUNT, "test_perceptron"),
    ("pooling", "AveragePooling", LAYER, "test_images"),
    ("pooling", "Flatten", PART, ""),
    ("rcnn", "object_labels best_of_each_class", PART, ""),
    ("recurrent", "parts_of arguments input_rows states_of upstream input_gradient weight_gradients", PART, ""),
    ("recurrent", "Recurrent", LAYER, "test_rnn"),
    ("rnn", "RNNCell TimeRNN", LAYER, "test_rnn"),
    ("segmentation", "DisjointSet", PART, ""),
    ("seq2seq", "Seq2Seq", NETWORK, "test_seq2seq"),
    ("sequence_loss", "TimeSoftmaxWithLoss", LAYER, "test_sequences"),
    ("sequential", "Dense Sequential", NETWORK, "test_sequential"),
    ("shapes", "floating at_least_1 check_samples", PART, ""),
    ("ssd_head", "SSDHead", LAYER, "test_ssd"),
    ("text", "Vocab make_additions", TEXT, "test_sequences"),
    ("time_affine", "TimeAffine", LAYER, "test_sequences"),
    ("two_layer_net", "TwoLayerNet", NETWORK, "test_two_layer_net"),
    ("windows", "output_size positions pad_images", PART, ""),
)
