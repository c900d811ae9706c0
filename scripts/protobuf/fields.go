// Prints the messages behind the kinds that k8s-svc reads, as the Go types of Kubernetes declare them: each field with its
// number, its name in JSON, and whether JSON leaves its zero value out. scripts/cut-protobuf.ts runs it.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"

	apps "k8s.io/api/apps/v1"
	autoscaling "k8s.io/api/autoscaling/v2"
	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	networking "k8s.io/api/networking/v1"
)

// By resource, as src/core/model/resources.ts names them.
var roots = map[string]any{
	"namespaces":               core.Namespace{},
	"nodes":                    core.Node{},
	"services":                 core.Service{},
	"endpointslices":           discovery.EndpointSlice{},
	"pods":                     core.Pod{},
	"deployments":              apps.Deployment{},
	"replicasets":              apps.ReplicaSet{},
	"statefulsets":             apps.StatefulSet{},
	"daemonsets":               apps.DaemonSet{},
	"replicationcontrollers":   core.ReplicationController{},
	"jobs":                     batch.Job{},
	"cronjobs":                 batch.CronJob{},
	"events":                   core.Event{},
	"horizontalpodautoscalers": autoscaling.HorizontalPodAutoscaler{},
	"ingresses":                networking.Ingress{},
	"ingressclasses":           networking.IngressClass{},
	"networkpolicies":          networking.NetworkPolicy{},
	"servicecidrs":             networking.ServiceCIDR{},
}

// Field of a message. An empty name: its fields stand in the object itself.
type Field struct {
	Number int    `json:"number"`
	Name   string `json:"name"`
	Type   string `json:"type"`
	// "one", "list" or "map" (of strings to Type).
	Many         string `json:"many"`
	ZeroIsAbsent bool   `json:"zeroIsAbsent"`
}

var messages = map[string][]Field{}

func typeOf(t reflect.Type) string {
	switch t.PkgPath() + "." + t.Name() {
	case "k8s.io/apimachinery/pkg/apis/meta/v1.Time", "k8s.io/apimachinery/pkg/apis/meta/v1.MicroTime":
		return "time"
	case "k8s.io/apimachinery/pkg/api/resource.Quantity":
		return "quantity"
	case "k8s.io/apimachinery/pkg/util/intstr.IntOrString":
		return "intOrString"
	case "k8s.io/apimachinery/pkg/apis/meta/v1.FieldsV1":
		return "json"
	}
	switch t.Kind() {
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "bool"
	case reflect.Int32, reflect.Int64:
		return "int"
	case reflect.Slice:
		return "bytes"
	case reflect.Struct:
		visit(t)
		return t.Name()
	}
	panic(fmt.Sprintf("no such type: %v", t))
}

func visit(t reflect.Type) {
	if _, known := messages[t.Name()]; known {
		return
	}
	messages[t.Name()] = nil
	fields := []Field{}
	for i := range t.NumField() {
		fields = append(fields, fieldOf(t.Field(i))...)
	}
	messages[t.Name()] = fields
}

func fieldOf(f reflect.StructField) []Field {
	tag := f.Tag.Get("protobuf")
	if tag == "" || tag == "-" {
		return nil
	}
	number, err := strconv.Atoi(strings.Split(tag, ",")[1])
	if err != nil {
		panic(err)
	}
	name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
	field := Field{Number: number, Name: name, Many: "one"}
	t := f.Type
	pointer := t.Kind() == reflect.Pointer
	if pointer {
		t = t.Elem()
	}
	switch {
	case t.Kind() == reflect.Map:
		field.Many, t = "map", t.Elem()
	case t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8:
		field.Many, t = "list", t.Elem()
	}
	field.Type = typeOf(t)
	scalar := field.Type == "string" || field.Type == "bool" || field.Type == "int"
	field.ZeroIsAbsent = field.Many == "one" && scalar && !pointer && strings.Contains(options, "omit")
	return []Field{field}
}

func main() {
	kinds := map[string]string{}
	for resource, root := range roots {
		t := reflect.TypeOf(root)
		visit(t)
		kinds[resource] = t.Name()
	}
	if err := json.NewEncoder(os.Stdout).Encode(map[string]any{"kinds": kinds, "messages": messages}); err != nil {
		panic(err)
	}
}
