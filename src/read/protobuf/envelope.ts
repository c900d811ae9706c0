/** The media type. Source: kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding */
export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** `k8s` and a zero byte stand before each answer. What follows is an Unknown, and its field OBJECT what was asked for. */
export const MAGIC = 0x6b_38_73_00;
export const OBJECT = 2;
