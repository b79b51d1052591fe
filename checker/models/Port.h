// The little language in which models name places of a call and say how values pass between them:
// `Argument[*1] -> Argument[*0]`, `&Argument[this].Element => ReturnValue`. Its meaning is in
// Model.h; here is its grammar, after that of CodeQL's models-as-data:
//
//   flow  := port '->' port | port '=>' port [limit] | '&' port '=>' port | 'into' port '=>' port
//          | 'clear' port [limit] | 'clear' 'from' port 'up' 'to' port | 'pair' port '=>' port
//          | 'fill' port 'with' port [limit] | 'find' port 'in' port '->' port
//          | 'move' port ['back'] 'by' port '=>' port | ('count' | 'vacant') port '->' port
//          | ('meet' | 'miss') port 'with' port '->' port
//          | 'join' port {'with' port} '->' port
//          | ('compare' | 'equal') port 'with' port ['up' 'to' port] ['ignoring' 'case'] '->' port
//          | 'same' port 'with' port '->' port | 'require' port 'with' port
//          | ('grow' | 'shrink' | 'empty' | 'forget') port | 'resize' port 'to' port
//          | 'open' port 'at' port | 'close' port 'at' port ['up' 'to' port]
//          | 'new' port '->' port
//          | 'columns' port ['from' number] '->' port
//          | 'call' port '(' [port {',' port}] ')' ['->' port] | 'finish' port
//          | 'perhaps' 'call' … | 'jump' | 'land'
//          | 'start' port '(' [port {',' port}] ')' ['as' port] ['->' port]
//          | ['perhaps'] 'throw' port | 'perhaps' '&' port '=>' port
//          | 'holds' port '->' port
//   limit := 'up' 'to' port {'times' port} ('bytes' | 'elements' | 'characters')
//   port  := root {step} | 'Alternative' | 'Exception' {step} | constant
//          | 'Template' '[' number ']' | 'Static' '[' name ']' {step}
//   root  := ('Argument' | 'ReturnValue') ['[' {'*'} which ']']   (ReturnValue: only stars)
//   which := 'this' | number | number '..' [number]
//   step  := '.Element' ['[' index ']'] | '.Field' '[' name ']' | '.Pointee' | '.Range'
//          | '.Front' | '.Back' | '.End' | '.Behind' | '.Statement'
//   index := constant | 'Argument' '[' {'*'} ('this' | number) ']' {step}
//          | 'Template' '[' number ']'
#pragma once

#include "checker/models/Model.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace circumspect::models {

/// What is wrong with a text in the language, and where: `offset` counts characters from its start.
class PortError : public llvm::ErrorInfo<PortError> {
public:
  static char ID;
  PortError(size_t where, std::string what) : offset(where), message(std::move(what)) {}
  void log(llvm::raw_ostream& out) const override;
  std::error_code convertToErrorCode() const override;

  size_t offset;
  std::string message;
};

/// Reads a text that is one port, or one flow. The error is a PortError.
llvm::Expected<Port> parsePort(llvm::StringRef text);
llvm::Expected<Flow> parseFlow(llvm::StringRef text);

} // namespace circumspect::models
